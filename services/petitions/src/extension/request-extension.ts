import { authorize } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import type { LocalDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Matter } from '../matter/matter.entity.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { textOrNull } from '../petition/petition.inputs.ts';
import { sealNote } from '../petitioner/sealed-note.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import { Extension } from './extension.entity.ts';
import { canRequestExtension } from './extension.policy.ts';
import type { RequestExtensionInput } from './extension.type.ts';
import { checkExtension, type ExtensionStanding } from './rules/extension.ts';

/** Characters. */
const REASON_MAX = 2000;
const PAPERS_MAX = 2000;

export const REASON_PLACE = (id: string) => `extension.reason:${id}`;
export const PAPERS_PLACE = (id: string) => `extension.papers:${id}`;

/** A request and the petition it was made on. */
export interface Requested {
  readonly extension: Extension;
  readonly petition: Petition;
}

/** Asks the leader for more time; nothing moves before the decision. */
export async function requestExtension(input: RequestExtensionInput, context: Context): Promise<Requested> {
  const { petitions, viewer, terms, em } = context;
  const petition = await petitions.change(input.petitionId, null);
  authorize(canRequestExtension(viewer, petition));
  const reason = cleanText(input.reason, { field: 'reason', min: 1, max: REASON_MAX });
  const papers = textOrNull(input.papers, 'papers', PAPERS_MAX);
  const matter = await petitions.changeMatterOf(petition);
  const { pack } = await terms.of(matter);
  checkExtension(input.months, await extensionStanding(matter, context), pack.extension);
  const extension = addRequest({ petition, matter, months: input.months, reason, papers }, context);
  const facts = { extensionId: extension.id, months: input.months };
  recordEntry(petition, { kind: 'EXTENSION_REQUESTED', facts, detail: reason }, context);
  await audit('REQUEST_EXTENSION', { extension, petition }, context);
  await em.flush();
  return { extension, petition };
}

/** The clock of the matter, and what was granted or asked for it before. */
export async function extensionStanding(matter: Matter, { extensions, today }: Context): Promise<ExtensionStanding> {
  const asked = await extensions.ofMatter(matter.id);
  return {
    startedOn: (matter.substantiveStartedOn ?? null) as LocalDate | null,
    dueOn: (matter.substantiveDueOn ?? null) as LocalDate | null,
    stoppedOn: (matter.substantiveStoppedOn ?? null) as LocalDate | null,
    granted: asked.filter(({ state }) => state === 'APPROVED').map(({ months }) => months),
    isAsked: asked.some(({ state }) => state === 'REQUESTED'),
    today,
  };
}

/** Every step of a request in the audit. */
export async function audit(action: string, { extension, petition }: Requested, context: Context): Promise<void> {
  const facts = { petitionId: petition.id, months: extension.months, state: extension.state };
  await auditChange(context, { action, subjectType: 'Extension', subjectId: extension.id, facts });
}

interface Request {
  readonly petition: Petition;
  readonly matter: Matter;
  readonly months: number;
  readonly reason: string;
  readonly papers: string | null;
}

function addRequest({ petition, matter, months, reason, papers }: Request, context: Context): Extension {
  const { em, viewer, now, today, options } = context;
  const id = newId(now);
  const extension = em.create(Extension, {
    id,
    institutionId: petition.institutionId,
    petitionId: petition.id,
    matterId: matter.id,
    months,
    state: 'REQUESTED',
    reasonSealed: sealNote(reason, REASON_PLACE(id), petition, options.keys),
    papersSealed: papers === null ? null : sealNote(papers, PAPERS_PLACE(id), petition, options.keys),
    dueOnBefore: matter.substantiveDueOn as string,
    requestedById: viewer.staffId as string,
    requestedOn: today,
  });
  em.persist(extension);
  return extension;
}
