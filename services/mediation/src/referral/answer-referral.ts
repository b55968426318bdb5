import { Invalid, NotFound, RuleBroken } from '@everyletter/kit/errors';
import type { Context } from '../context.ts';
import type { Referral } from './referral.entity.ts';
import type { AcceptReferralInput, DeclineReferralInput, ReferralStepInput } from './referral.inputs.ts';
import { TEXT_MAX, textOrNull } from './referral.inputs.ts';
import { placeOf, ReferralSeal } from './referral-seal.ts';
import { letItLeave, recordStep, referralFor } from './referral-step.ts';

/**
 * The partner takes it, and says who mediates.
 * @throws RuleBroken `REFERRAL_ANSWER_OVERDUE`, `MEDIATOR_INACTIVE`; NotFound `MEDIATOR_NOT_FOUND`
 */
export async function acceptReferral(input: AcceptReferralInput, context: Context): Promise<Referral> {
  const { viewer, partners, today } = context;
  const referral = await referralFor('ACCEPT', input, context);
  if (referral.answerDueOn && today > referral.answerDueOn)
    throw new RuleBroken('REFERRAL_ANSWER_OVERDUE', { on: referral.answerDueOn });
  const mediator = await partners.mediator(input.mediatorId || (viewer.mediatorId as string));
  if (mediator?.organisationId !== referral.organisationId)
    throw new NotFound('MEDIATOR_NOT_FOUND', { field: 'mediatorId' });
  if (!mediator.active) throw new RuleBroken('MEDIATOR_INACTIVE', { field: 'mediatorId' });
  await letItLeave(referral, context);
  referral.accept(mediator.id, today, await context.terms.current(), await context.calendars.current());
  return recordStep(referral, { action: 'ACCEPT_REFERRAL', facts: { mediatorId: mediator.id } }, context);
}

/** @throws Invalid `DECLINE_NOTE_NEEDED` */
export async function declineReferral(input: DeclineReferralInput, context: Context): Promise<Referral> {
  const referral = await referralFor('DECLINE', input, context);
  const note = textOrNull(input.note, 'note', TEXT_MAX);
  if (input.reason === 'OTHER' && !note) throw new Invalid('DECLINE_NOTE_NEEDED', { field: 'note' });
  const seal = ReferralSeal.of(referral, context.options.keys);
  referral.reasonSealed = seal.sealIfAny(note, placeOf('reason', referral.id));
  await letItLeave(referral, context);
  referral.decline(input.reason, context.today);
  return recordStep(referral, { action: 'DECLINE_REFERRAL', facts: { reason: input.reason } }, context);
}

/** The office takes an offer back before the partner took it up. */
export async function cancelReferral(input: ReferralStepInput, context: Context): Promise<Referral> {
  const referral = await referralFor('CANCEL', input, context);
  referral.end('CANCEL', 'CANCELLED', context.today);
  return recordStep(referral, { action: 'CANCEL_REFERRAL' }, context);
}
