import { authorize, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import { canAnswerOpinion } from '../consultation/consultation.policy.ts';
import { sealText } from '../consultation/sealed-consultation.ts';
import type { Context } from '../context.ts';
import { isLawyer } from '../lawyer/lawyer.policy.ts';
import { Opinion } from './opinion.entity.ts';
import { dueDay } from './rules/answer-due.ts';

/** Characters. */
const OPINION = { min: 10, max: 5000 } as const;
const ANSWER = { min: 10, max: 5000 } as const;

/** From here on the office owes an answer. @throws RuleBroken `CONSULTATION_BLOCKED` */
export async function giveOpinion(consultationId: string, text: string, context: Context): Promise<Opinion> {
  const { em, consultations, opinions, coverage, dutyPolicies, viewer, now, today, options } = context;
  const consultation = await consultations.change(consultationId, 'consultationId');
  authorize(isLawyer(viewer, consultation.lawyerId));
  if (consultation.state === 'BLOCKED') throw new RuleBroken('CONSULTATION_BLOCKED');
  const words = cleanText(text, { field: 'text', ...OPINION });
  const calendar = await coverage.calendarOf(consultation.institutionId);
  const { version, content } = await dutyPolicies.stored();
  const due = dueDay(today, content.opinionAnswer, calendar);
  const id = newId(now);
  const { institutionId, lawyerId } = consultation;
  const opinion = em.create(Opinion, {
    id,
    institutionId,
    consultationId,
    lawyerId,
    givenOn: today,
    dueOn: due.on,
    provisional: due.provisional,
    calendarVersion: calendar.version,
    policyVersion: version,
    opinionSealed: sealText(words, opinionPlace(id), consultation, options.keys),
    version: 1,
  });
  await em.flush();
  opinions.forget(consultationId);
  const facts = { consultationId, dueOn: due.on };
  await auditChange(context, { action: 'GIVE_OPINION', subjectType: 'Opinion', subjectId: id, facts });
  return opinion;
}

export interface OpinionAnswer {
  readonly id: string;
  readonly version: number;
  readonly text: string;
}

/** Once. @throws RuleBroken `OPINION_ANSWERED`; Conflict `OPINION_CHANGED` */
export async function answerOpinion({ id, version, text }: OpinionAnswer, context: Context): Promise<Opinion> {
  const { em, consultations, opinions, viewer, today, options } = context;
  const opinion = await opinions.change(id, version);
  authorize(canAnswerOpinion(viewer));
  if (opinion.answeredOn) throw new RuleBroken('OPINION_ANSWERED', { on: opinion.answeredOn });
  const words = cleanText(text, { field: 'text', ...ANSWER });
  const consultation = await consultations.get(opinion.consultationId);
  opinion.answerSealed = sealText(words, answerPlace(id), consultation, options.keys);
  opinion.answeredOn = today;
  opinion.answeredById = viewer.staffId;
  await em.flush();
  const facts = { consultationId: consultation.id, inTime: today <= opinion.dueOn };
  await auditChange(context, { action: 'ANSWER_OPINION', subjectType: 'Opinion', subjectId: id, facts });
  return opinion;
}

export const opinionPlace = (id: string) => `opinion.opinion:${id}`;
export const answerPlace = (id: string) => `opinion.answer:${id}`;
