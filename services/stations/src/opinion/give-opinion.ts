import { authorize, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Consultation } from '../consultation/consultation.entity.ts';
import { canAnswerOpinion } from '../consultation/consultation.policy.ts';
import { sealText } from '../consultation/sealed-consultation.ts';
import type { Context } from '../context.ts';
import { isLawyer } from '../lawyer/lawyer.policy.ts';
import type { Representation } from '../representation/representation.entity.ts';
import { checkScope, checkStep } from '../representation/rules/representation-state.ts';
import { Opinion } from './opinion.entity.ts';
import { dueDay } from './rules/answer-due.ts';

/** Characters. */
const OPINION = { min: 10, max: 5000 } as const;
const ANSWER = { min: 10, max: 5000 } as const;

/** From here on the office owes an answer. @throws RuleBroken `CONSULTATION_BLOCKED` */
export async function giveOpinion(consultationId: string, text: string, context: Context): Promise<Opinion> {
  const consultation = await context.consultations.change(consultationId, 'consultationId');
  authorize(isLawyer(context.viewer, consultation.lawyerId));
  if (consultation.state === 'BLOCKED') throw new RuleBroken('CONSULTATION_BLOCKED');
  const opinion = await addOpinion(consultation, { consultationId }, text, context);
  context.opinions.forget(consultationId);
  return opinion;
}

/** For whom the lawyer represents. @throws RuleBroken `REPRESENTATION_STATE_FORBIDS`, `REPRESENTATION_OUT_OF_SCOPE` */
export async function giveRepresentationOpinion(id: string, text: string, context: Context): Promise<Representation> {
  const representation = await context.representations.change(id, null);
  authorize(isLawyer(context.viewer, representation.lawyerId));
  checkStep('GIVE_OPINION', representation.state);
  checkScope('GIVE_OPINIONS', representation.scope);
  await addOpinion(representation, { representationId: id }, text, context);
  context.opinions.forgetRepresentation(id);
  return representation;
}

type OpinionPlace = { readonly consultationId: string } | { readonly representationId: string };

async function addOpinion(
  holder: Consultation | Representation,
  place: OpinionPlace,
  text: string,
  context: Context,
): Promise<Opinion> {
  const { em, coverage, dutyPolicies, now, today, options } = context;
  const words = cleanText(text, { field: 'text', ...OPINION });
  const calendar = await coverage.calendarOf(holder.institutionId);
  const { version, content } = await dutyPolicies.stored();
  const due = dueDay(today, content.opinionAnswer, calendar);
  const id = newId(now);
  const { institutionId, lawyerId } = holder;
  const opinion = em.create(Opinion, {
    id,
    institutionId,
    consultationId: null,
    representationId: null,
    ...place,
    lawyerId,
    givenOn: today,
    dueOn: due.on,
    provisional: due.provisional,
    calendarVersion: calendar.version,
    policyVersion: version,
    opinionSealed: sealText(words, opinionPlace(id), holder, options.keys),
    version: 1,
  });
  await em.flush();
  const facts = { ...place, dueOn: due.on };
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
  const { em, opinions, viewer, today, options } = context;
  const opinion = await opinions.change(id, version);
  authorize(canAnswerOpinion(viewer));
  if (opinion.answeredOn) throw new RuleBroken('OPINION_ANSWERED', { on: opinion.answeredOn });
  const words = cleanText(text, { field: 'text', ...ANSWER });
  const holder = await holderOf(opinion, context);
  opinion.answerSealed = sealText(words, answerPlace(id), holder, options.keys);
  opinion.answeredOn = today;
  opinion.answeredById = viewer.staffId;
  await em.flush();
  const facts = { about: holder.id, inTime: today <= opinion.dueOn };
  await auditChange(context, { action: 'ANSWER_OPINION', subjectType: 'Opinion', subjectId: id, facts });
  return opinion;
}

/** Under whose key its words are. */
export function holderOf(
  { consultationId, representationId }: Opinion,
  { consultations, representations }: Context,
): Promise<Consultation | Representation> {
  return consultationId ? consultations.get(consultationId) : representations.get(representationId as string);
}

export const opinionPlace = (id: string) => `opinion.opinion:${id}`;
export const answerPlace = (id: string) => `opinion.answer:${id}`;
