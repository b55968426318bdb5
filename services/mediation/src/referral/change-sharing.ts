import { RuleBroken } from '@everyletter/kit/errors';
import type { Context } from '../context.ts';
import type { Referral } from './referral.entity.ts';
import type { ChangeSharingInput } from './referral.inputs.ts';
import { recordStep, referralFor } from './referral-step.ts';
import { sharingOf } from './rules/sharing.ts';

/**
 * Before anybody was asked: a consent is to what was said when it was given.
 * @throws RuleBroken `SHARING_ALREADY_CONSENTED`
 */
export async function changeSharing(input: ChangeSharingInput, context: Context): Promise<Referral> {
  const referral = await referralFor('CHANGE_SHARING', input, context);
  const answers = await context.parties.answersOf(referral);
  if (answers.length > 0) throw new RuleBroken('SHARING_ALREADY_CONSENTED', { field: 'sharedFields' });
  referral.sharedFields = sharingOf(input.sharedFields);
  return recordStep(referral, { action: 'CHANGE_SHARING', facts: { fields: referral.sharedFields.length } }, context);
}
