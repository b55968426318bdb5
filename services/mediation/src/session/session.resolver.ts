import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { ReferralPayload } from '../referral/referral.inputs.ts';
import { roomsOf } from '../room/enter-room.ts';
import { cancelSession, moveSession, noteNotice, planSession, recordSession, sessionPlace } from './hold-session.ts';
import type { MediationSession } from './session.entity.ts';
import {
  CancelSessionInput,
  MoveSessionInput,
  NoteNoticeInput,
  PartyNoticeType,
  PlanSessionInput,
  RecordSessionInput,
  SessionType,
} from './session.type.ts';

@Resolver(() => SessionType)
export class SessionResolver {
  @FieldResolver(() => String, { nullable: true })
  async place(
    @Root() { id, referralId, placeSealed }: MediationSession,
    @Ctx() context: Context,
  ): Promise<string | null> {
    return (await roomsOf(context).enter(referralId)).openIfAny(placeSealed, sessionPlace('place', id));
  }

  @FieldResolver(() => String, { nullable: true, description: 'What all parties stand by; null until it was held.' })
  async record(
    @Root() { id, referralId, recordSealed }: MediationSession,
    @Ctx() context: Context,
  ): Promise<string | null> {
    return (await roomsOf(context).enter(referralId)).openIfAny(recordSealed, sessionPlace('record', id));
  }

  @FieldResolver(() => [PartyNoticeType])
  notices(@Root() { notices }: MediationSession): PartyNoticeType[] {
    return notices.map(({ partyId, means, at }) => ({ partyId, means, at: new Date(at) }) as PartyNoticeType);
  }

  @Mutation(() => ReferralPayload)
  async planSession(
    @Arg('input', () => PlanSessionInput) input: PlanSessionInput,
    @Ctx() context: Context,
  ): Promise<ReferralPayload> {
    return { referral: await planSession(input, context) };
  }

  @Mutation(() => ReferralPayload, { description: 'To another time or place; the parties are told anew.' })
  async moveSession(
    @Arg('input', () => MoveSessionInput) input: MoveSessionInput,
    @Ctx() context: Context,
  ): Promise<ReferralPayload> {
    return { referral: await moveSession(input, context) };
  }

  @Mutation(() => ReferralPayload)
  async cancelSession(
    @Arg('input', () => CancelSessionInput) input: CancelSessionInput,
    @Ctx() context: Context,
  ): Promise<ReferralPayload> {
    return { referral: await cancelSession(input, context) };
  }

  @Mutation(() => ReferralPayload)
  async noteNotice(
    @Arg('input', () => NoteNoticeInput) input: NoteNoticeInput,
    @Ctx() context: Context,
  ): Promise<ReferralPayload> {
    return { referral: await noteNotice(input, context) };
  }

  @Mutation(() => ReferralPayload)
  async recordSession(
    @Arg('input', () => RecordSessionInput) input: RecordSessionInput,
    @Ctx() context: Context,
  ): Promise<ReferralPayload> {
    return { referral: await recordSession(input, context) };
  }
}
