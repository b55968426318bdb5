import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Consent } from '../consent/consent.entity.ts';
import { ConsentType } from '../consent/consent.type.ts';
import { lastAnswer } from '../consent/rules/consent.ts';
import type { Context } from '../context.ts';
import type { Referral } from '../referral/referral.entity.ts';
import { ReferralSeal } from '../referral/referral-seal.ts';
import type { Party } from './party.entity.ts';
import { ConsentState, PartyType } from './party.type.ts';
import { openCard } from './party-card.ts';
import { maskName, maskPhone } from './rules/masking.ts';
import { isTold } from './told-of-party.ts';

/** A name the viewer is not told. */
const UNTOLD = '*';

@Resolver(() => PartyType)
export class PartyResolver {
  @FieldResolver(() => String, {
    description:
      'Masked: enough to recognise, not enough to know; for a mediator a mere * unless the party shares its name.',
  })
  async name(@Root() party: Party, @Ctx() context: Context): Promise<string> {
    return (await isTold('NAMES', party, context)) ? maskName((await cardOf(party, context)).name) : UNTOLD;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Masked; for a mediator null unless the party shares it.',
  })
  async phone(@Root() party: Party, @Ctx() context: Context): Promise<string | null> {
    const { phone } = await cardOf(party, context);
    return phone !== null && (await isTold('PHONES', party, context)) ? maskPhone(phone) : null;
  }

  @FieldResolver(() => ConsentState, { description: 'To being mediated and to what is shared.' })
  async consent(@Root() party: Party, @Ctx() { parties }: Context): Promise<ConsentState> {
    const answers = await parties.answersOf({ id: party.referralId });
    return (lastAnswer(answers, party.id, { subject: 'SHARING' })?.answer ?? 'ASKED') as ConsentState;
  }

  @FieldResolver(() => ConsentState, { description: 'To the mediator there is now.' })
  async mediatorAnswer(@Root() party: Party, @Ctx() { parties, referrals }: Context): Promise<ConsentState> {
    const referral = (await referrals.find(party.referralId)) as Referral;
    const answers = await parties.answersOf({ id: party.referralId });
    const asked = { subject: 'MEDIATOR', mediatorId: referral.mediatorId ?? null };
    return (lastAnswer(answers, party.id, asked)?.answer ?? 'ASKED') as ConsentState;
  }

  @FieldResolver(() => ConsentState, { description: 'To more time than there is now.' })
  async extensionAnswer(@Root() party: Party, @Ctx() { parties, referrals }: Context): Promise<ConsentState> {
    const { endsOn } = (await referrals.find(party.referralId)) as Referral;
    const answers = await parties.answersOf({ id: party.referralId });
    const last = lastAnswer(answers, party.id, { subject: 'EXTENSION' });
    const isOpen = last?.until && endsOn && last.until > endsOn;
    return (isOpen ? last.answer : 'ASKED') as ConsentState;
  }

  @FieldResolver(() => [ConsentType], { description: 'All it answered, in the order it was written down.' })
  async consents(@Root() { id, referralId }: Party, @Ctx() { parties }: Context): Promise<Consent[]> {
    return (await parties.answersOf({ id: referralId })).filter(({ partyId }) => partyId === id);
  }
}

/** Whoever sees a party sees its referral, whose key it is under. */
async function cardOf(party: Party, { referrals, options }: Context) {
  const referral = (await referrals.find(party.referralId)) as Referral;
  return openCard(party, ReferralSeal.of(referral, options.keys));
}
