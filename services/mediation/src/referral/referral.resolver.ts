import { type Connection, pageSize, toConnection } from '@everyletter/kit/paging';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { recordConsent, withdrawConsent } from '../consent/record-consent.ts';
import type { Context } from '../context.ts';
import type { Mediator, PartnerOrganisation } from '../organisation/organisation.entity.ts';
import { MediatorType, PartnerOrganisationType } from '../organisation/organisation.type.ts';
import type { Party } from '../party/party.entity.ts';
import { PartyType } from '../party/party.type.ts';
import { MatterRef } from '../refs/matter.ts';
import { acceptReferral, cancelReferral, declineReferral } from './answer-referral.ts';
import { changeSharing } from './change-sharing.ts';
import { proposeReferral } from './propose-referral.ts';
import type { Referral } from './referral.entity.ts';
import {
  AcceptReferralInput,
  ChangeSharingInput,
  DeclineReferralInput,
  ProposeReferralInput,
  RecordConsentInput,
  ReferralPayload,
  ReferralStepInput,
  WithdrawConsentInput,
} from './referral.inputs.ts';
import { ReferralConnection, ReferralType, SharedViewType, WaitingType } from './referral.type.ts';
import { placeOf, ReferralSeal } from './referral-seal.ts';
import { actorsOf } from './referral-step.ts';
import type { ReferralFilter } from './referrals.repository.ts';
import { commandsFor, ReferralCommand, ReferralState } from './rules/referral-states.ts';
import type { Waiting } from './rules/waiting.ts';
import { sharedView } from './shared-views.ts';
import { waitingOf } from './waiting.ts';

@Resolver(() => ReferralType)
export class ReferralResolver {
  @Query(() => ReferralType, { nullable: true })
  referral(@Arg('id', () => ID) id: string, @Ctx() { referrals }: Context): Promise<Referral | null> {
    return referrals.find(id);
  }

  @Query(() => ReferralConnection, {
    description: 'Referrals the viewer is party to, newest first: a mediator sees their own, the office its own.',
  })
  async referrals(
    @Arg('first', () => Int, { nullable: true, defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | undefined,
    @Arg('states', () => [ReferralState], { nullable: true }) states: readonly ReferralState[] | undefined,
    @Ctx() { referrals }: Context,
  ): Promise<Connection<Referral> & { filter: ReferralFilter }> {
    const filter = { states };
    const rows = await referrals.page(pageSize(first), after ?? null, filter);
    return { ...toConnection(rows, first, ({ proposedOn, id }) => [proposedOn, id]), filter };
  }

  @FieldResolver(() => MatterRef)
  matter(@Root() { matterId }: Referral): MatterRef {
    return { id: matterId };
  }

  @FieldResolver(() => PartnerOrganisationType)
  organisation(
    @Root() { organisationId }: Referral,
    @Ctx() { partners }: Context,
  ): Promise<PartnerOrganisation | null> {
    return partners.organisation(organisationId);
  }

  @FieldResolver(() => MediatorType, { nullable: true, description: 'Who mediates, once the partner accepted.' })
  mediator(@Root() { mediatorId }: Referral, @Ctx() { partners }: Context): Promise<Mediator | null> | null {
    return mediatorId ? partners.mediator(mediatorId) : null;
  }

  @FieldResolver(() => String, { description: 'What is to be resolved, as the parties consented to tell it.' })
  dispute(@Root() referral: Referral, @Ctx() { options }: Context): string {
    return ReferralSeal.of(referral, options.keys).open(referral.disputeSealed, placeOf('dispute', referral.id));
  }

  @FieldResolver(() => String, { nullable: true, description: 'What the partner added when it declined.' })
  declineNote(@Root() referral: Referral, @Ctx() { options }: Context): string | null {
    return ReferralSeal.of(referral, options.keys).openIfAny(referral.reasonSealed, placeOf('reason', referral.id));
  }

  @FieldResolver(() => SharedViewType, { description: 'All the partner is told; the office reads it beforehand.' })
  shared(@Root() referral: Referral, @Ctx() context: Context): Promise<SharedViewType> {
    return sharedView(referral, context);
  }

  @FieldResolver(() => [PartyType], { description: 'In the order they were named.' })
  parties(@Root() referral: Referral, @Ctx() { parties }: Context): Promise<Party[]> {
    return parties.of(referral);
  }

  @FieldResolver(() => WaitingType)
  waiting(@Root() referral: Referral, @Ctx() context: Context): Promise<Waiting> {
    return waitingOf(referral, context);
  }

  @FieldResolver(() => ReferralType, { nullable: true, description: 'The ended one it follows.' })
  earlier(@Root() { earlierId }: Referral, @Ctx() { referrals }: Context): Promise<Referral | null> | null {
    return earlierId ? referrals.find(earlierId) : null;
  }

  @FieldResolver(() => [ReferralCommand], { description: 'What the viewer may do to it as it stands.' })
  async viewerCommands(@Root() referral: Referral, @Ctx() context: Context): Promise<ReferralCommand[]> {
    return commandsFor(referral.state, await actorsOf(referral, context));
  }

  @Mutation(() => ReferralPayload)
  async proposeReferral(
    @Arg('input', () => ProposeReferralInput) input: ProposeReferralInput,
    @Ctx() context: Context,
  ): Promise<ReferralPayload> {
    return { referral: await proposeReferral(input, context) };
  }

  @Mutation(() => ReferralPayload)
  async changeSharing(
    @Arg('input', () => ChangeSharingInput) input: ChangeSharingInput,
    @Ctx() context: Context,
  ): Promise<ReferralPayload> {
    return { referral: await changeSharing(input, context) };
  }

  @Mutation(() => ReferralPayload)
  async recordConsent(
    @Arg('input', () => RecordConsentInput) input: RecordConsentInput,
    @Ctx() context: Context,
  ): Promise<ReferralPayload> {
    return { referral: await recordConsent(input, context) };
  }

  @Mutation(() => ReferralPayload)
  async withdrawConsent(
    @Arg('input', () => WithdrawConsentInput) input: WithdrawConsentInput,
    @Ctx() context: Context,
  ): Promise<ReferralPayload> {
    return { referral: await withdrawConsent(input, context) };
  }

  @Mutation(() => ReferralPayload)
  async acceptReferral(
    @Arg('input', () => AcceptReferralInput) input: AcceptReferralInput,
    @Ctx() context: Context,
  ): Promise<ReferralPayload> {
    return { referral: await acceptReferral(input, context) };
  }

  @Mutation(() => ReferralPayload)
  async declineReferral(
    @Arg('input', () => DeclineReferralInput) input: DeclineReferralInput,
    @Ctx() context: Context,
  ): Promise<ReferralPayload> {
    return { referral: await declineReferral(input, context) };
  }

  @Mutation(() => ReferralPayload)
  async cancelReferral(
    @Arg('input', () => ReferralStepInput) input: ReferralStepInput,
    @Ctx() context: Context,
  ): Promise<ReferralPayload> {
    return { referral: await cancelReferral(input, context) };
  }
}

@Resolver(() => ReferralConnection)
export class ReferralConnectionResolver {
  @FieldResolver(() => Int)
  totalCount(@Root() { filter }: { filter: ReferralFilter }, @Ctx() { referrals }: Context): Promise<number> {
    return referrals.count(filter);
  }
}

@Resolver(() => MatterRef)
export class MatterResolver {
  @FieldResolver(() => [ReferralType], { nullable: true, description: 'Newest first.' })
  referrals(@Root() { id }: MatterRef, @Ctx() { referrals }: Context): Promise<Referral[]> {
    return referrals.ofMatter.load(id);
  }
}
