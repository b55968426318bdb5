import { scopeOf } from '../consent/rules/consent.ts';
import type { Context } from '../context.ts';
import type { Referral } from '../referral/referral.entity.ts';
import { isMediator } from '../referral/referral.policy.ts';
import { type SharedField, sharedOf } from '../referral/rules/sharing.ts';
import type { Party } from './party.entity.ts';

/** Whether the viewer is told this of a party: the office, always; a mediator, what the party itself lets them know. */
export async function isTold(field: SharedField, party: Party, context: Context): Promise<boolean> {
  if (!isMediator(context.viewer)) return true;
  const referral = (await context.referrals.find(party.referralId)) as Referral;
  const scope = scopeOf(await context.parties.answersOf(referral), party.id);
  return sharedOf(referral.sharedFields, { id: party.id, scope }).includes(field);
}
