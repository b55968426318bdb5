import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import {
  discloseInterest,
  disclosurePlace,
  isAcceptedByAll,
  objectionPlace,
  recordMediatorAnswer,
  replaceMediator,
} from '../disclosure/choose-mediator.ts';
import type { Disclosure } from '../disclosure/disclosure.entity.ts';
import {
  DiscloseInterestInput,
  DisclosureType,
  RecordMediatorAnswerInput,
  ReplaceMediatorInput,
} from '../disclosure/disclosure.type.ts';
import type { Note } from '../note/note.entity.ts';
import { NoteType, WriteNoteInput } from '../note/note.type.ts';
import { notePlace, writeNote } from '../note/write-note.ts';
import { answerOffer, makeOffer, offerPlace } from '../offer/make-offer.ts';
import type { Offer } from '../offer/offer.entity.ts';
import { AnswerOfferInput, MakeOfferInput, OfferType } from '../offer/offer.type.ts';
import type { Party } from '../party/party.entity.ts';
import { PartyType } from '../party/party.type.ts';
import type { Referral } from '../referral/referral.entity.ts';
import { ReferralPayload } from '../referral/referral.inputs.ts';
import { ReferralType } from '../referral/referral.type.ts';
import type { MediationSession } from '../session/session.entity.ts';
import { SessionType } from '../session/session.type.ts';
import { roomsOf } from './enter-room.ts';

/** What of a referral only its mediator reads. */
@Resolver(() => ReferralType)
export class RoomResolver {
  @FieldResolver(() => [DisclosureType])
  disclosures(@Root() referral: Referral, @Ctx() { disclosures }: Context): Promise<Disclosure[]> {
    return disclosures.of(referral);
  }

  @FieldResolver(() => [SessionType])
  sessions(@Root() referral: Referral, @Ctx() { sessions }: Context): Promise<MediationSession[]> {
    return sessions.of(referral);
  }

  @FieldResolver(() => [NoteType], {
    description: 'What was confided to an earlier mediator only once the parties have taken this one.',
  })
  async notes(@Root() referral: Referral, @Ctx() context: Context): Promise<Note[]> {
    const { notes, viewer } = context;
    const [all, isChosen] = await Promise.all([notes.of(referral), isAcceptedByAll(referral, context)]);
    return all.filter(({ mediatorId }) => isChosen || mediatorId === viewer.mediatorId);
  }

  @FieldResolver(() => [OfferType], { description: 'Once the parties have taken the mediator.' })
  async offers(@Root() referral: Referral, @Ctx() context: Context): Promise<Offer[]> {
    return (await isAcceptedByAll(referral, context)) ? context.offers.of(referral) : [];
  }

  @Mutation(() => ReferralPayload)
  async discloseInterest(
    @Arg('input', () => DiscloseInterestInput) input: DiscloseInterestInput,
    @Ctx() context: Context,
  ): Promise<ReferralPayload> {
    return { referral: await discloseInterest(input, context) };
  }

  @Mutation(() => ReferralPayload, { description: 'Whether a party takes the mediator; a no is an objection.' })
  async recordMediatorAnswer(
    @Arg('input', () => RecordMediatorAnswerInput) input: RecordMediatorAnswerInput,
    @Ctx() context: Context,
  ): Promise<ReferralPayload> {
    return { referral: await recordMediatorAnswer(input, context) };
  }

  @Mutation(() => ReferralPayload)
  async replaceMediator(
    @Arg('input', () => ReplaceMediatorInput) input: ReplaceMediatorInput,
    @Ctx() context: Context,
  ): Promise<ReferralPayload> {
    return { referral: await replaceMediator(input, context) };
  }

  @Mutation(() => ReferralPayload)
  async writeNote(
    @Arg('input', () => WriteNoteInput) input: WriteNoteInput,
    @Ctx() context: Context,
  ): Promise<ReferralPayload> {
    return { referral: await writeNote(input, context) };
  }

  @Mutation(() => ReferralPayload)
  async makeOffer(
    @Arg('input', () => MakeOfferInput) input: MakeOfferInput,
    @Ctx() context: Context,
  ): Promise<ReferralPayload> {
    return { referral: await makeOffer(input, context) };
  }

  @Mutation(() => ReferralPayload)
  async answerOffer(
    @Arg('input', () => AnswerOfferInput) input: AnswerOfferInput,
    @Ctx() context: Context,
  ): Promise<ReferralPayload> {
    return { referral: await answerOffer(input, context) };
  }
}

@Resolver(() => DisclosureType)
export class DisclosureResolver {
  @FieldResolver(() => String, { nullable: true })
  async text(@Root() { id, referralId, textSealed }: Disclosure, @Ctx() context: Context): Promise<string | null> {
    return (await roomsOf(context).enter(referralId)).openIfAny(textSealed, disclosurePlace(id));
  }
}

@Resolver(() => NoteType)
export class NoteResolver {
  @FieldResolver(() => String)
  async text(@Root() { id, referralId, textSealed }: Note, @Ctx() context: Context): Promise<string> {
    return (await roomsOf(context).enter(referralId)).open(textSealed, notePlace(id));
  }
}

@Resolver(() => OfferType)
export class OfferResolver {
  @FieldResolver(() => String)
  async content(@Root() { id, referralId, contentSealed }: Offer, @Ctx() context: Context): Promise<string> {
    return (await roomsOf(context).enter(referralId)).open(contentSealed, offerPlace(id));
  }
}

@Resolver(() => PartyType)
export class ObjectionResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Why it last would not take a mediator.' })
  async objection(@Root() { id, referralId }: Party, @Ctx() context: Context): Promise<string | null> {
    const answers = await context.parties.answersOf({ id: referralId });
    const last = answers.findLast(({ partyId, reasonSealed }) => partyId === id && reasonSealed);
    if (!last) return null;
    return (await roomsOf(context).enter(referralId)).openIfAny(last.reasonSealed, objectionPlace(last.id));
  }
}
