import { Invalid, RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { lastDay } from '../calendar/rules/last-day.ts';
import { addConsent, partyIdsOf } from '../consent/record-consent.ts';
import { allGave } from '../consent/rules/consent.ts';
import type { Context } from '../context.ts';
import type { PartyAnswerInput } from '../disclosure/disclosure.type.ts';
import type { Referral } from '../referral/referral.entity.ts';
import { recordStep, referralFor } from '../referral/referral-step.ts';

/**
 * Whether a party gives more time, also after the period ran out; with the last yes the period is longer. Source:
 * 特邀调解规定 27 (双方同意延长).
 * @throws RuleBroken `EXTENSION_LIMIT_REACHED`
 */
export async function recordExtensionAnswer(input: PartyAnswerInput, context: Context): Promise<Referral> {
  const referral = await referralFor('MEDIATE', { ...input, version: null }, context);
  if (input.answer === 'WITHDRAWN') throw new Invalid('CONSENT_ANSWER_INVALID', { field: 'answer' });
  const { extension } = await context.terms.current();
  if (referral.extensions >= extension.times)
    throw new RuleBroken('EXTENSION_LIMIT_REACHED', { times: extension.times });
  const until = lastDay(referral.endsOn as LocalDate, extension.days, await context.calendars.current());
  const answered = { ...input, subject: 'EXTENSION', scope: [], until } as const;
  const partyIds = await partyIdsOf(referral, answered, context);
  const before = await context.parties.answersOf(referral);
  const consent = addConsent(referral, answered, context);
  const isLonger = allGave([...before, consent], partyIds, { subject: 'EXTENSION', until });
  if (isLonger) {
    referral.endsOn = until;
    referral.extensions += 1;
  }
  const facts = { partyId: input.partyId, answer: input.answer, extended: isLonger };
  return recordStep(referral, { action: 'RECORD_EXTENSION_ANSWER', facts }, context);
}
