import { Invalid, NotFound, RuleBroken } from '@everyletter/kit/errors';
import { cleanText } from '@everyletter/kit/text';
import { lastDay } from '../calendar/rules/last-day.ts';
import type { Context } from '../context.ts';
import { mediatorIsChosen } from '../disclosure/choose-mediator.ts';
import type { Referral } from '../referral/referral.entity.ts';
import type { ReferralStepInput } from '../referral/referral.inputs.ts';
import { letItLeave, recordStep, referralFor } from '../referral/referral-step.ts';
import { checkDay } from '../referral/rules/day-order.ts';
import type { Agreement } from './agreement.entity.ts';
import type {
  ApplyForConfirmationInput,
  ConcludeAgreementInput,
  FailMediationInput,
  RecordConfirmationInput,
  RecordPerformanceInput,
} from './agreement.type.ts';

const COURT = { min: 2, max: 60 };

/**
 * Signed by both before the mediator they accepted, it binds from the effective day, and the office learns of it.
 * Source: 人民调解法 19, 29.
 * @throws NotFound `AGREEMENT_NOT_FOUND`; RuleBroken `SIGNED_COPY_MISSING`, `MEDIATOR_NOT_DISCLOSED`,
 * `MEDIATOR_NOT_ACCEPTED`, `MEDIATION_PERIOD_OVER`; Invalid `DAY_IN_FUTURE`, `DAY_TOO_EARLY`
 */
export async function concludeAgreement(input: ConcludeAgreementInput, context: Context): Promise<Referral> {
  const referral = await referralFor('AGREE', input, context);
  const agreement = await agreementOf(referral, context);
  if (!(await context.documents.has(referral, 'SIGNED_AGREEMENT'))) throw new RuleBroken('SIGNED_COPY_MISSING');
  await mediatorIsChosen(referral, context);
  const { today } = context;
  checkDay({ field: 'signedOn', day: input.signedOn, from: referral.acceptedOn, today });
  checkDay({ field: 'effectiveOn', day: input.effectiveOn, from: input.signedOn, today });
  if (referral.endsOn && input.signedOn > referral.endsOn)
    throw new RuleBroken('MEDIATION_PERIOD_OVER', { field: 'signedOn', on: referral.endsOn });
  const organisation = await context.partners.organisation(referral.organisationId);
  const { confirmationDays } = await context.terms.current();
  const dueOn = lastDay(input.effectiveOn, confirmationDays, await context.calendars.current());
  agreement.conclude(input, organisation?.isLawfulMediationBody ? dueOn : null);
  referral.move('AGREE', 'AGREED');
  return recordStep(referral, { action: 'CONCLUDE_AGREEMENT' }, context);
}

/** @throws Invalid `CONFIRMATION_NOT_JOINT`, `DAY_IN_FUTURE`, `DAY_TOO_EARLY` and what {@link Agreement.apply} throws */
export async function applyForConfirmation(input: ApplyForConfirmationInput, context: Context): Promise<Referral> {
  const { referral, agreement } = await binding(input.referralId, context);
  if (!input.jointly) throw new Invalid('CONFIRMATION_NOT_JOINT', { field: 'jointly' });
  checkDay({ field: 'appliedOn', day: input.appliedOn, from: agreement.effectiveOn, today: context.today });
  agreement.apply(input.appliedOn, cleanText(input.court, { field: 'court', ...COURT }));
  return recordStep(referral, { action: 'APPLY_FOR_CONFIRMATION' }, context);
}

/** Once. @throws Invalid `DAY_IN_FUTURE`, `DAY_TOO_EARLY` and what {@link Agreement.answer} throws */
export async function recordConfirmation(input: RecordConfirmationInput, context: Context): Promise<Referral> {
  const { referral, agreement } = await binding(input.referralId, context);
  checkDay({ field: 'on', day: input.on, from: agreement.confirmationAppliedOn, today: context.today });
  agreement.answer(input.confirmed, input.on);
  return recordStep(referral, { action: 'RECORD_CONFIRMATION', facts: { confirmed: input.confirmed } }, context);
}

/** @throws NotFound `PERFORMANCE_NOT_FOUND`; RuleBroken `PERFORMANCE_ALREADY_RECORDED`; Invalid `DAY_IN_FUTURE`, `DAY_TOO_EARLY` */
export async function recordPerformance(input: RecordPerformanceInput, context: Context): Promise<Referral> {
  const { referral, agreement } = await binding(input.referralId, context);
  checkDay({ field: 'performedOn', day: input.performedOn, from: agreement.signedOn, today: context.today });
  const item = (await context.agreements.itemsOf(agreement)).find(({ id }) => id === input.itemId);
  if (!item) throw new NotFound('PERFORMANCE_NOT_FOUND', { field: 'itemId' });
  if (item.performedOn) throw new RuleBroken('PERFORMANCE_ALREADY_RECORDED', { field: 'itemId' });
  item.performedOn = input.performedOn;
  return recordStep(referral, { action: 'RECORD_PERFORMANCE', facts: { number: item.number } }, context);
}

/** Everything is done: the case closes, and is gone for the partner. @throws RuleBroken `PERFORMANCE_OUTSTANDING` */
export async function completeReferral(input: ReferralStepInput, context: Context): Promise<Referral> {
  const referral = await referralFor('COMPLETE', input, context);
  const items = await context.agreements.itemsOf(await agreementOf(referral, context));
  const left = items.filter(({ performedOn }) => !performedOn).length;
  if (left > 0) throw new RuleBroken('PERFORMANCE_OUTSTANDING', { left });
  await letItLeave(referral, context);
  referral.end('COMPLETE', 'PERFORMED', context.today);
  return recordStep(referral, { action: 'COMPLETE_REFERRAL' }, context);
}

/** Something due was not done, and following up brought nothing. @throws RuleBroken `PERFORMANCE_NOT_OVERDUE` */
export async function declareBreach(input: ReferralStepInput, context: Context): Promise<Referral> {
  const referral = await referralFor('BREACH', input, context);
  const items = await context.agreements.itemsOf(await agreementOf(referral, context));
  const isOverdue = items.some(({ performedOn, dueOn }) => !performedOn && dueOn < context.today);
  if (!isOverdue) throw new RuleBroken('PERFORMANCE_NOT_OVERDUE');
  await letItLeave(referral, context);
  referral.end('BREACH', 'BREACHED', context.today);
  return recordStep(referral, { action: 'DECLARE_BREACH' }, context);
}

/** Without agreement; the parties are told the other routes. Source: 人民调解法 26. */
export async function failMediation(input: FailMediationInput, context: Context): Promise<Referral> {
  const referral = await referralFor('FAIL', input, context);
  await letItLeave(referral, context);
  referral.failureReason = input.reason;
  referral.end('FAIL', 'FAILED', context.today);
  return recordStep(referral, { action: 'FAIL_MEDIATION', facts: { reason: input.reason } }, context);
}

async function binding(referralId: string, context: Context) {
  const referral = await referralFor('FOLLOW_PERFORMANCE', { referralId, version: null }, context);
  return { referral, agreement: await agreementOf(referral, context) };
}

/** @throws NotFound `AGREEMENT_NOT_FOUND` */
export async function agreementOf(referral: Referral, { agreements }: Context): Promise<Agreement> {
  const agreement = await agreements.of(referral);
  if (!agreement) throw new NotFound('AGREEMENT_NOT_FOUND', { field: 'referralId' });
  return agreement;
}
