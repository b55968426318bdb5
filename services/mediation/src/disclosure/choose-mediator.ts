import { Invalid, NotFound, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { addConsent, partyIdsOf } from '../consent/record-consent.ts';
import { allGave } from '../consent/rules/consent.ts';
import type { Context } from '../context.ts';
import type { Referral } from '../referral/referral.entity.ts';
import { TEXT_MAX, textOrNull } from '../referral/referral.inputs.ts';
import { letItLeave, recordStep, referralFor } from '../referral/referral-step.ts';
import { toMediate } from '../room/enter-room.ts';
import { Disclosure } from './disclosure.entity.ts';
import type { DiscloseInterestInput, RecordMediatorAnswerInput, ReplaceMediatorInput } from './disclosure.type.ts';

export const objectionPlace = (id: string) => `consent.reason:${id}`;
export const disclosurePlace = (id: string) => `disclosure.text:${id}`;

/** Before the parties are asked: they accept a mediator knowing this. @throws Invalid `DISCLOSURE_TEXT_NEEDED` */
export async function discloseInterest(input: DiscloseInterestInput, context: Context): Promise<Referral> {
  const { referral, room } = await toMediate(input.referralId, context);
  const text = textOrNull(input.text, 'text', TEXT_MAX);
  if (input.nature !== 'NONE' && !text) throw new Invalid('DISCLOSURE_TEXT_NEEDED', { field: 'text' });
  const id = newId(context.now);
  const { institutionId, id: referralId } = referral;
  context.disclosures.add(
    context.em.create(Disclosure, {
      id,
      institutionId,
      referralId,
      mediatorId: context.viewer.mediatorId as string,
      nature: input.nature,
      textSealed: room.sealIfAny(text, disclosurePlace(id)),
      disclosedOn: context.today,
    }),
  );
  return recordStep(referral, { action: 'DISCLOSE_INTEREST' }, context);
}

/**
 * Whether a party takes the mediator. A no is an objection: another must be found.
 * @throws RuleBroken `MEDIATOR_NOT_DISCLOSED`; Invalid `OBJECTION_REASON_NEEDED`
 */
export async function recordMediatorAnswer(input: RecordMediatorAnswerInput, context: Context): Promise<Referral> {
  const { referral, room } = await toMediate(input.referralId, context);
  const reason = textOrNull(input.reason, 'reason', TEXT_MAX);
  if (input.answer === 'WITHDRAWN') throw new Invalid('CONSENT_ANSWER_INVALID', { field: 'answer' });
  if (!(await hasDisclosed(referral, context))) throw new RuleBroken('MEDIATOR_NOT_DISCLOSED');
  if (input.answer === 'REFUSED' && !reason) throw new Invalid('OBJECTION_REASON_NEEDED', { field: 'reason' });
  const answered = { ...input, subject: 'MEDIATOR', scope: [], mediatorId: referral.mediatorId } as const;
  await partyIdsOf(referral, answered, context);
  const consent = addConsent(referral, answered, context);
  if (input.answer === 'REFUSED') consent.reasonSealed = room.sealIfAny(reason, objectionPlace(consent.id));
  const facts = { partyId: input.partyId, answer: input.answer, form: input.form };
  return recordStep(referral, { action: 'RECORD_MEDIATOR_ANSWER', facts }, context);
}

/**
 * Another mediator of the same partner, who must disclose and be accepted anew; the former finds nothing any more.
 * @throws NotFound `MEDIATOR_NOT_FOUND`; RuleBroken `MEDIATOR_INACTIVE`, `MEDIATOR_UNCHANGED`
 */
export async function replaceMediator(input: ReplaceMediatorInput, context: Context): Promise<Referral> {
  const referral = await referralFor('REPLACE_MEDIATOR', input, context);
  const next = await context.partners.mediator(input.mediatorId);
  if (next?.organisationId !== referral.organisationId)
    throw new NotFound('MEDIATOR_NOT_FOUND', { field: 'mediatorId' });
  if (!next.active) throw new RuleBroken('MEDIATOR_INACTIVE', { field: 'mediatorId' });
  if (next.id === referral.mediatorId) throw new RuleBroken('MEDIATOR_UNCHANGED', { field: 'mediatorId' });
  await letItLeave(referral, context);
  referral.mediatorId = next.id;
  return recordStep(
    referral,
    { action: 'REPLACE_MEDIATOR', facts: { mediatorId: next.id, reason: input.reason } },
    context,
  );
}

/** Whether the present mediator said something of their interests. */
export async function hasDisclosed(referral: Referral, { disclosures }: Context): Promise<boolean> {
  return (await disclosures.of(referral)).some(({ mediatorId }) => mediatorId === referral.mediatorId);
}

export async function isAcceptedByAll(referral: Referral, { parties }: Context): Promise<boolean> {
  const [all, answers] = await Promise.all([parties.of(referral), parties.answersOf(referral)]);
  const asked = { subject: 'MEDIATOR', mediatorId: referral.mediatorId ?? null };
  return allGave(
    answers,
    all.map(({ id }) => id),
    asked,
  );
}

/** @throws RuleBroken `MEDIATOR_NOT_DISCLOSED`, `MEDIATOR_NOT_ACCEPTED` */
export async function mediatorIsChosen(referral: Referral, context: Context): Promise<void> {
  if (!(await hasDisclosed(referral, context))) throw new RuleBroken('MEDIATOR_NOT_DISCLOSED');
  if (!(await isAcceptedByAll(referral, context))) throw new RuleBroken('MEDIATOR_NOT_ACCEPTED');
}
