import { authorize, Forbidden } from '@everyletter/kit/errors';
import { unseal } from '@everyletter/kit/sealing';
import { cleanText } from '@everyletter/kit/text';
import { recordClockEvent } from '../clock/record-clock-event.ts';
import type { Context } from '../context.ts';
import type { Matter } from '../matter/matter.entity.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { textOrNull } from '../petition/petition.inputs.ts';
import { sealNote } from '../petitioner/sealed-note.ts';
import { addDraft } from '../reply/draft-reply.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import type { TimelineKind } from '../timeline/rules/timeline-words.ts';
import type { Extension } from './extension.entity.ts';
import { signsExtensions } from './extension.policy.ts';
import { audit, extensionStanding, REASON_PLACE, type Requested } from './request-extension.ts';
import { checkExtension, type ExtensionState } from './rules/extension.ts';

const WORDS_MAX = 1000;
export const DECISION_PLACE = (id: string) => `extension.decision:${id}`;

/** The request as the caller saw it, and what they say to it. */
export interface ExtensionStep {
  readonly extensionId: string;
  readonly version: number;
  readonly reason?: string | null;
}

/**
 * Grants the time: the three months become longer, the monthly answer begins where they would have ended, and a letter
 * that tells the petitioner is prepared. More time for the result never means less word of it.
 */
export async function approveExtension(step: ExtensionStep, context: Context): Promise<Requested> {
  const { terms, em, today } = context;
  const { extension, petition, matter } = await toDecide(step, context);
  const words = textOrNull(step.reason, 'reason', WORDS_MAX);
  const { pack } = await terms.of(matter);
  const standing = { ...(await extensionStanding(matter, context)), isAsked: false };
  decide(extension, petition, { state: 'APPROVED', words }, context);
  checkExtension(extension.months, standing, pack.extension);
  tell('EXTENSION_APPROVED', { extension, petition }, words, context);
  const about = { petition, matter };
  const extended = { type: 'EXTENDED', on: today, months: extension.months } as const;
  const { clock } = await recordClockEvent({ clock: 'SUBSTANTIVE', ...about }, extended, context);
  extension.dueOnAfter = clock.dueOn;
  if (!matter.followUpDueOn)
    await recordClockEvent({ clock: 'FOLLOW_UP', ...about }, { type: 'STARTED', on: today }, context);
  if (pack.extension.mustNotify) await prepareNotice({ extension, petition }, context);
  await audit('APPROVE_EXTENSION', { extension, petition }, context);
  await em.flush();
  return { extension, petition };
}

/** Refuses it, saying why; the day stays. */
export async function refuseExtension(step: ExtensionStep, context: Context): Promise<Requested> {
  const { extension, petition } = await toDecide(step, context);
  const words = cleanText(step.reason ?? '', { field: 'reason', min: 1, max: WORDS_MAX });
  return close({ extension, petition }, { state: 'REFUSED', words }, context);
}

/** Who asked takes it back. */
export async function withdrawExtension(step: ExtensionStep, context: Context): Promise<Requested> {
  const { extensions, petitions, viewer } = context;
  const extension = await extensions.change(step.extensionId, step.version);
  authorize(viewer.via === 'SESSION' && viewer.staffId === extension.requestedById);
  const petition = await petitions.get(extension.petitionId);
  return close({ extension, petition }, { state: 'WITHDRAWN', words: null }, context);
}

type Closing = { readonly state: Exclude<ExtensionState, 'REQUESTED'>; readonly words: string | null };

async function close(requested: Requested, closing: Closing, context: Context): Promise<Requested> {
  const { extension, petition } = requested;
  const isRefused = closing.state === 'REFUSED';
  decide(extension, petition, closing, context);
  tell(isRefused ? 'EXTENSION_REFUSED' : 'EXTENSION_WITHDRAWN', requested, closing.words, context);
  await audit(isRefused ? 'REFUSE_EXTENSION' : 'WITHDRAW_EXTENSION', requested, context);
  await context.em.flush();
  return requested;
}

/** @throws Forbidden `NOT_ALLOWED`, `EXTENSION_APPROVER_ASKED` */
async function toDecide(step: ExtensionStep, context: Context): Promise<Requested & { readonly matter: Matter }> {
  const { extensions, petitions, viewer } = context;
  const extension = await extensions.change(step.extensionId, step.version);
  authorize(signsExtensions(viewer));
  if (extension.requestedById === viewer.staffId) {
    throw new Forbidden('EXTENSION_APPROVER_ASKED', { field: 'extensionId' });
  }
  const petition = await petitions.change(extension.petitionId, null);
  return { extension, petition, matter: await petitions.changeMatterOf(petition) };
}

function decide(extension: Extension, petition: Petition, { state, words }: Closing, context: Context): void {
  const { viewer, today, options } = context;
  const wordsSealed = words === null ? null : sealNote(words, DECISION_PLACE(extension.id), petition, options.keys);
  extension.decide({ state, staffId: viewer.staffId as string, today, wordsSealed });
}

function tell(kind: TimelineKind, { extension, petition }: Requested, detail: string | null, context: Context): void {
  const facts = { extensionId: extension.id, months: extension.months };
  recordEntry(petition, { kind, facts, detail }, context);
}

/** In the name of who asked, so that somebody else signs it; a notice already being written is left to its author. */
async function prepareNotice({ extension, petition }: Requested, context: Context): Promise<void> {
  const { replies, options } = context;
  const open = (await replies.ofPetition(petition.id)).find(
    (reply) => reply.kind === 'EXTENSION' && reply.state !== 'DISPATCHED',
  );
  if (open) {
    extension.noticeId = open.id;
    return;
  }
  const { wrappedKey, institutionId, id } = petition;
  const key = options.keys.unwrap(wrappedKey, institutionId, id);
  const reason = unseal(extension.reasonSealed, key, REASON_PLACE(extension.id));
  const draft = {
    kind: 'EXTENSION',
    templateId: 'extension-notice',
    authorId: extension.requestedById,
    values: { reason },
  } as const;
  extension.noticeId = (await addDraft(petition, draft, context)).id;
}
