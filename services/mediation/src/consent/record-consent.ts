import { Invalid, NotFound, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { dayOf } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import type { Referral } from '../referral/referral.entity.ts';
import type { RecordConsentInput, WithdrawConsentInput } from '../referral/referral.inputs.ts';
import { letItLeave, recordStep, referralFor } from '../referral/referral-step.ts';
import type { SharedField } from '../referral/rules/sharing.ts';
import { Consent } from './consent.entity.ts';
import { allGave, type ConsentAnswer, type ConsentForm, type ConsentSubject, lastAnswer } from './rules/consent.ts';

/**
 * What a party answered, with form, time and scope. The last yes tells the partner; any no ends the referral.
 * @throws Invalid `CONSENT_SCOPE_INVALID`, `CONSENT_IN_FUTURE`, `CONSENT_BEFORE_REFERRAL`, `CONSENT_ANSWER_INVALID`; NotFound `PARTY_NOT_FOUND`;
 * RuleBroken `CONSENT_ALREADY_ANSWERED`
 */
export async function recordConsent(input: RecordConsentInput, context: Context): Promise<Referral> {
  const referral = await referralFor('RECORD_CONSENT', { ...input, version: null }, context);
  if (input.answer === 'WITHDRAWN') throw new Invalid('CONSENT_ANSWER_INVALID', { field: 'answer' });
  const scope = input.answer === 'GIVEN' ? scopeWithin(input.scope, referral) : [];
  const answered = { ...input, subject: 'SHARING', scope } as const;
  const partyIds = await partyIdsOf(referral, answered, context);
  const before = await context.parties.answersOf(referral);
  if (lastAnswer(before, input.partyId, { subject: 'SHARING' }))
    throw new RuleBroken('CONSENT_ALREADY_ANSWERED', { field: 'partyId' });
  const consent = addConsent(referral, answered, context);
  if (input.answer === 'REFUSED') referral.end('RECORD_CONSENT', 'REFUSED', context.today);
  else if (allGave([...before, consent], partyIds, { subject: 'SHARING' }))
    referral.consented(context.today, await context.terms.current(), await context.calendars.current());
  return recordStep(referral, { action: 'RECORD_CONSENT', facts: factsOf(answered) }, context);
}

/** At any time, without a reason; from here on the partner finds nothing. Source: 人民调解法 23; 个人信息保护法 15. */
export async function withdrawConsent(input: WithdrawConsentInput, context: Context): Promise<Referral> {
  const referral = await referralFor('WITHDRAW_CONSENT', { ...input, version: null }, context);
  const answered = { ...input, subject: 'SHARING', answer: 'WITHDRAWN', scope: [] } as const;
  await partyIdsOf(referral, answered, context);
  addConsent(referral, answered, context);
  await letItLeave(referral, context);
  referral.end('WITHDRAW_CONSENT', 'WITHDRAWN', context.today);
  return recordStep(referral, { action: 'WITHDRAW_CONSENT', facts: factsOf(answered) }, context);
}

/** One answer to be written down. */
export interface Answering {
  readonly partyId: string;
  readonly subject: ConsentSubject;
  readonly answer: ConsentAnswer;
  readonly form: ConsentForm;
  readonly answeredAt: Date;
  readonly scope: readonly SharedField[];
  readonly mediatorId?: string | null;
  readonly until?: string | null;
}

/**
 * The parties of the referral, of whom the answering one is one; they cannot have answered tomorrow, nor before they
 * were asked. @throws NotFound `PARTY_NOT_FOUND`; Invalid `CONSENT_IN_FUTURE`, `CONSENT_BEFORE_REFERRAL`
 */
export async function partyIdsOf(
  referral: Referral,
  { partyId, answeredAt }: Answering,
  { parties, now }: Context,
): Promise<string[]> {
  const ids = (await parties.of(referral)).map(({ id }) => id);
  if (!ids.includes(partyId)) throw new NotFound('PARTY_NOT_FOUND', { field: 'partyId' });
  if (answeredAt > now) throw new Invalid('CONSENT_IN_FUTURE', { field: 'answeredAt' });
  if (dayOf(answeredAt) < referral.proposedOn)
    throw new Invalid('CONSENT_BEFORE_REFERRAL', { field: 'answeredAt', from: referral.proposedOn });
  return ids;
}

export function addConsent(referral: Referral, answering: Answering, { em, parties, viewer, now }: Context): Consent {
  const { partyId, subject, answer, form, answeredAt, scope, mediatorId = null, until = null } = answering;
  const { id: referralId, institutionId } = referral;
  const what = { partyId, subject, answer, form, answeredAt, scope: [...scope], mediatorId, until };
  const whose = { id: newId(now), institutionId, referralId, recordedById: viewer.accountId, recordedAt: now };
  const consent = em.create(Consent, { ...whose, ...what });
  parties.answered(consent);
  return consent;
}

/** A party may allow less than the office would share, but not nothing, and not more. */
function scopeWithin(scope: readonly SharedField[], { sharedFields }: Referral): SharedField[] {
  const fits = scope.includes('DISPUTE') && scope.every((field) => sharedFields.includes(field));
  if (!fits) throw new Invalid('CONSENT_SCOPE_INVALID', { field: 'scope' });
  return [...new Set(scope)];
}

const factsOf = ({ partyId, subject, answer, form }: Answering) => ({ partyId, subject, answer, form });
