import { Forbidden, RuleBroken } from '@everyletter/kit/errors';
import type { Context } from '../context.ts';
import type { Referral } from '../referral/referral.entity.ts';
import { referralFor } from '../referral/referral-step.ts';
import type { Room } from './rooms.ts';

/** The rooms of the viewer. @throws Forbidden `NOT_ALLOWED` for whoever has none */
export function roomsOf({ rooms }: Context) {
  if (!rooms) throw new Forbidden('NOT_ALLOWED');
  return rooms;
}

/**
 * For a step within a mediation: only its mediator, and only while its period runs.
 * @throws RuleBroken `MEDIATION_PERIOD_OVER`
 */
export async function toMediate(referralId: string, context: Context): Promise<{ referral: Referral; room: Room }> {
  const rooms = roomsOf(context);
  const referral = await referralFor('MEDIATE', { referralId, version: null }, context);
  if (referral.endsOn && context.today > referral.endsOn)
    throw new RuleBroken('MEDIATION_PERIOD_OVER', { on: referral.endsOn });
  return { referral, room: await rooms.furnish(referral) };
}
