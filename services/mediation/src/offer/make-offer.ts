import { NotFound, RuleBroken } from '@everyletter/kit/errors';
import { isId, newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import type { Context } from '../context.ts';
import { mediatorIsChosen } from '../disclosure/choose-mediator.ts';
import type { Referral } from '../referral/referral.entity.ts';
import { recordStep } from '../referral/referral-step.ts';
import { toMediate } from '../room/enter-room.ts';
import { Offer } from './offer.entity.ts';
import type { AnswerOfferInput, MakeOfferInput } from './offer.type.ts';

const CONTENT = { min: 2, max: 2000 };

export const offerPlace = (id: string) => `offer.content:${id}`;

/**
 * A new version follows one of the same side. @throws NotFound `OFFER_NOT_FOUND`; RuleBroken `MEDIATOR_NOT_DISCLOSED`,
 * `MEDIATOR_NOT_ACCEPTED`
 */
export async function makeOffer(input: MakeOfferInput, context: Context): Promise<Referral> {
  const { referral, room } = await toMediate(input.referralId, context);
  await mediatorIsChosen(referral, context);
  const content = cleanText(input.content, { field: 'content', ...CONTENT });
  const earlier = await context.offers.of(referral);
  const followsId = input.followsId || null;
  if (followsId && !earlier.some(({ id, side }) => id === followsId && side === input.side))
    throw new NotFound('OFFER_NOT_FOUND', { field: 'followsId' });
  const id = newId(context.now);
  context.offers.add(
    context.em.create(Offer, {
      id,
      institutionId: referral.institutionId,
      referralId: referral.id,
      number: earlier.length + 1,
      side: input.side,
      followsId,
      contentSealed: room.seal(content, offerPlace(id)),
      madeOn: context.today,
    }),
  );
  return recordStep(referral, { action: 'MAKE_OFFER', facts: { number: earlier.length + 1 } }, context);
}

/** The other side's word on it. @throws NotFound `OFFER_NOT_FOUND`; RuleBroken `OFFER_ALREADY_ANSWERED`, `OFFER_REPLACED` */
export async function answerOffer(input: AnswerOfferInput, context: Context): Promise<Referral> {
  const found = isId(input.offerId) ? await context.em.findOne(Offer, { id: input.offerId }) : null;
  if (!found) throw new NotFound('OFFER_NOT_FOUND', { field: 'offerId' });
  const { referral } = await toMediate(found.referralId, context);
  const offer = await context.em.refreshOrFail(found);
  if (offer.answer) throw new RuleBroken('OFFER_ALREADY_ANSWERED', { field: 'offerId' });
  if ((await context.offers.of(referral)).some(({ followsId }) => followsId === offer.id))
    throw new RuleBroken('OFFER_REPLACED', { field: 'offerId' });
  offer.answer = input.answer;
  offer.answeredOn = context.today;
  return recordStep(referral, { action: 'ANSWER_OFFER', facts: { number: offer.number } }, context);
}
