import { authorize, Invalid } from '@everyletter/kit/errors';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { isLawyer } from '../lawyer/lawyer.policy.ts';
import type { Consultation } from './consultation.entity.ts';
import type { RecordConsultationInput } from './consultation.inputs.ts';
import { canOverride } from './consultation.policy.ts';
import { type ConsultationState, checkMayOverride, checkMayRecord } from './rules/consultation-state.ts';
import { sealText } from './sealed-consultation.ts';

/** Characters. */
const NOTE_MAX = 2000;
const REASON_MAX = 500;
/** Minutes of one talk: a whole working day. */
const MINUTES_MAX = 480;

/** What came of it. The note is the lawyer’s own and is read by nobody else. Source: 律师法 38. */
export async function recordConsultation(input: RecordConsultationInput, context: Context): Promise<Consultation> {
  const { em, consultations, viewer, now, options } = context;
  const consultation = await consultations.change(input.id);
  authorize(isLawyer(viewer, consultation.lawyerId));
  checkMayRecord(consultation.state as ConsultationState);
  if (!Number.isInteger(input.minutes) || input.minutes < 1 || input.minutes > MINUTES_MAX) {
    throw new Invalid('CONSULTATION_MINUTES_INVALID', { field: 'minutes', max: MINUTES_MAX });
  }
  const note = input.note == null ? null : cleanText(input.note, { field: 'note', max: NOTE_MAX }) || null;
  consultation.noteSealed =
    note === null ? null : sealText(note, notePlace(consultation.id), consultation, options.keys);
  consultation.minutes = input.minutes;
  consultation.outcome = input.outcome;
  consultation.state = 'DONE';
  consultation.endedAt = now;
  await em.flush();
  const facts = { outcome: input.outcome, minutes: input.minutes };
  await auditChange(context, {
    action: 'RECORD_CONSULTATION',
    subjectType: 'Consultation',
    subjectId: consultation.id,
    facts,
  });
  return consultation;
}

export function notePlace(id: string): string {
  return `consultation.note:${id}`;
}

/** By another officer than the one who began it, with the reason. @throws RuleBroken `OVERRIDE_BY_ANOTHER` */
export async function overrideConflict(id: string, text: string, context: Context): Promise<Consultation> {
  const { em, consultations, viewer, now } = context;
  const consultation = await consultations.change(id);
  authorize(canOverride(viewer));
  checkMayOverride(consultation.state as ConsultationState, consultation.startedById, viewer.accountId);
  const reason = cleanText(text, { field: 'reason', min: 4, max: REASON_MAX });
  consultation.state = 'OPEN';
  consultation.overrideById = viewer.staffId;
  consultation.overrideReason = reason;
  consultation.overriddenAt = now;
  await em.flush();
  const hits = (await consultations.hitsOf(id)).map(({ earlierId }) => earlierId);
  const facts = { reason, hits };
  await auditChange(context, { action: 'OVERRIDE_CONFLICT', subjectType: 'Consultation', subjectId: id, facts });
  return consultation;
}
