import { authorize, Invalid, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import type { LocalDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import { canAnswerOpinion } from '../consultation/consultation.policy.ts';
import type { Context } from '../context.ts';
import { isLawyer } from '../lawyer/lawyer.policy.ts';
import { dueDay } from '../opinion/rules/answer-due.ts';
import { LegalAidReferral } from './legal-aid-referral.entity.ts';

/** Characters. */
const AGENCY_MAX = 100;

/** Once a consultation. @throws RuleBroken `REFERRED_BEFORE`, `CONSULTATION_BLOCKED` */
export async function referToLegalAid(
  consultationId: string,
  text: string,
  context: Context,
): Promise<LegalAidReferral> {
  const { em, consultations, opinions, coverage, dutyPolicies, viewer, now, today } = context;
  const consultation = await consultations.change(consultationId, 'consultationId');
  authorize(isLawyer(viewer, consultation.lawyerId) || canAnswerOpinion(viewer));
  if (consultation.state === 'BLOCKED') throw new RuleBroken('CONSULTATION_BLOCKED');
  if (await opinions.referralOf(consultationId)) throw new RuleBroken('REFERRED_BEFORE');
  const agency = cleanText(text, { field: 'agency', min: 2, max: AGENCY_MAX });
  const calendar = await coverage.calendarOf(consultation.institutionId);
  const { legalAidDecide } = await dutyPolicies.current();
  const { institutionId, lawyerId } = consultation;
  const id = newId(now);
  const decideBy = dueDay(today, legalAidDecide, calendar).on;
  const row = { id, institutionId, consultationId, lawyerId, agency, referredOn: today, decideBy, version: 1 };
  const referral = em.create(LegalAidReferral, row);
  await em.flush();
  opinions.forget(consultationId);
  const facts = { consultationId, decideBy };
  await auditChange(context, { action: 'REFER_TO_LEGAL_AID', subjectType: 'LegalAidReferral', subjectId: id, facts });
  return referral;
}

export interface LegalAidStep {
  readonly id: string;
  readonly version: number;
  readonly on: LocalDate;
  /** Of the decision; absent when it is the appointment that is told. */
  readonly granted?: boolean | null;
}

/** First what was decided, then when a lawyer was appointed. @throws Invalid `DATE_IN_FUTURE`; RuleBroken `LEGAL_AID_STEP_WRONG` */
export async function recordLegalAidStep(step: LegalAidStep, context: Context): Promise<LegalAidReferral> {
  const { em, opinions, coverage, dutyPolicies, viewer, today } = context;
  const referral = await opinions.changeReferral(step.id, step.version);
  authorize(canAnswerOpinion(viewer));
  if (step.on > today || step.on < referral.referredOn) throw new Invalid('DATE_IN_FUTURE', { field: 'on' });
  if (step.granted != null) {
    if (referral.decidedOn) throw new RuleBroken('LEGAL_AID_STEP_WRONG');
    const { legalAidAppoint } = await dutyPolicies.current();
    const calendar = await coverage.calendarOf(referral.institutionId);
    referral.decidedOn = step.on;
    referral.granted = step.granted;
    referral.appointBy = step.granted ? dueDay(step.on, legalAidAppoint, calendar).on : null;
  } else {
    if (!referral.granted || referral.appointedOn) throw new RuleBroken('LEGAL_AID_STEP_WRONG');
    referral.appointedOn = step.on;
  }
  await em.flush();
  const facts = { granted: step.granted ?? null, on: step.on };
  const subjectId = referral.id;
  await auditChange(context, { action: 'RECORD_LEGAL_AID', subjectType: 'LegalAidReferral', subjectId, facts });
  return referral;
}
