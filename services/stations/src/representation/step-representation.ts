import { authorize } from '@everyletter/kit/errors';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import { canOverride } from '../consultation/consultation.policy.ts';
import { checkMayOverride } from '../consultation/rules/consultation-state.ts';
import { sealText } from '../consultation/sealed-consultation.ts';
import type { Context } from '../context.ts';
import { isLawyer } from '../lawyer/lawyer.policy.ts';
import type { Representation } from './representation.entity.ts';
import type {
  AnswerRepresentationInput,
  EndRepresentationInput,
  OverrideRepresentationInput,
} from './representation.inputs.ts';
import { canEnd } from './representation.policy.ts';
import { checkStep } from './rules/representation-state.ts';

/** Characters. */
const REASON = { min: 4, max: 500 };

/** By another officer than the one who proposed it. @throws RuleBroken `OVERRIDE_BY_ANOTHER`, `REPRESENTATION_STATE_FORBIDS` */
export async function overrideRepresentation(
  { id, version, reason: text }: OverrideRepresentationInput,
  context: Context,
): Promise<Representation> {
  const { representations, consultations, viewer, now } = context;
  const representation = await representations.change(id, version);
  authorize(canOverride(viewer));
  checkStep('OVERRIDE', representation.state);
  checkMayOverride('BLOCKED', representation.proposedById, viewer.accountId);
  const reason = cleanText(text, { field: 'reason', ...REASON });
  representation.state = 'PROPOSED';
  representation.overrideById = viewer.staffId;
  representation.overrideReason = reason;
  representation.overriddenAt = now;
  const hits = (await consultations.hitsOf(id)).map(({ earlierId }) => earlierId);
  return kept(representation, 'OVERRIDE_REPRESENTATION', { reason, hits }, context);
}

/** The lawyer takes it or not; a no needs its reason. */
export async function answerRepresentation(
  { id, version, accepts, reason }: AnswerRepresentationInput,
  context: Context,
): Promise<Representation> {
  const { representations, viewer, today } = context;
  const representation = await representations.change(id, version);
  authorize(isLawyer(viewer, representation.lawyerId));
  checkStep('ANSWER', representation.state);
  if (accepts) representation.accept(today);
  else {
    note(representation, reason ?? '', context);
    representation.decline(today);
  }
  return kept(representation, 'ANSWER_REPRESENTATION', { accepts }, context);
}

/** At any time, by the lawyer, or by the office when the petitioner says so. */
export async function endRepresentation(
  { id, version, reason, note: text }: EndRepresentationInput,
  context: Context,
): Promise<Representation> {
  const { representations, viewer, today } = context;
  const representation = await representations.change(id, version);
  authorize(canEnd(viewer, representation.lawyerId));
  checkStep('END', representation.state);
  if (text) note(representation, text, context);
  representation.end(reason, today);
  return kept(representation, 'END_REPRESENTATION', { reason }, context);
}

function note(representation: Representation, text: string, { options }: Context): void {
  const words = cleanText(text, { field: 'reason', ...REASON });
  representation.endNoteSealed = sealText(words, endNotePlace(representation.id), representation, options.keys);
}

export const endNotePlace = (id: string) => `representation.end_note:${id}`;

async function kept(
  representation: Representation,
  action: string,
  facts: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<Representation> {
  await context.em.flush();
  await auditChange(context, {
    action,
    subjectType: 'Representation',
    subjectId: representation.id,
    facts: facts as never,
  });
  return representation;
}
