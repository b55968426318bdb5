import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Staff } from '../staff/staff.entity.ts';
import { StaffPayload } from '../staff/staff.inputs.ts';
import { StaffType } from '../staff/staff.type.ts';
import { decideGrant, requestGrant, revokeGrant } from './decide-grant.ts';
import { canDecideGrant } from './grant.policy.ts';
import {
  DecideGrantInput,
  GrantRequestPayload,
  GrantRequestType,
  RequestGrantInput,
  RevokeGrantInput,
} from './grant.type.ts';
import { type GrantRequest, GrantState } from './grant-request.entity.ts';

@Resolver(() => GrantRequestType)
export class GrantResolver {
  @Query(() => [GrantRequestType], { description: 'Newest first, at most a hundred.' })
  grantRequests(
    @Arg('state', () => GrantState, { nullable: true }) state: GrantState | undefined,
    @Ctx() { grants }: Context,
  ): Promise<GrantRequest[]> {
    return grants.newest(state ?? null);
  }

  @Mutation(() => GrantRequestPayload, { description: 'A second person decides; until then nothing is granted.' })
  requestGrant(
    @Arg('input', () => RequestGrantInput) input: RequestGrantInput,
    @Ctx() context: Context,
  ): Promise<GrantRequestPayload> {
    return requestGrant(input, context);
  }

  @Mutation(() => GrantRequestPayload, { description: 'What is granted holds from that person’s next request on.' })
  decideGrant(
    @Arg('input', () => DecideGrantInput) input: DecideGrantInput,
    @Ctx() context: Context,
  ): Promise<GrantRequestPayload> {
    return decideGrant(input, context);
  }

  @Mutation(() => StaffPayload, { description: 'At once; no second person is needed to take a right away.' })
  async revokeGrant(
    @Arg('input', () => RevokeGrantInput) input: RevokeGrantInput,
    @Ctx() context: Context,
  ): Promise<StaffPayload> {
    return { staff: await revokeGrant(input, context) };
  }

  @FieldResolver(() => StaffType)
  staff(@Root() { staffId }: GrantRequest, @Ctx() { people }: Context): Promise<Staff | null> {
    return people.staffMember(staffId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Name of the person.' })
  async requestedBy(@Root() { requestedById }: GrantRequest, @Ctx() { accounts }: Context): Promise<string | null> {
    return (await accounts.cards.load(requestedById))?.displayName ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Name of the person.' })
  async decidedBy(@Root() { decidedById }: GrantRequest, @Ctx() { accounts }: Context): Promise<string | null> {
    return decidedById ? ((await accounts.cards.load(decidedById))?.displayName ?? null) : null;
  }

  @FieldResolver(() => Boolean)
  viewerCanDecide(@Root() request: GrantRequest, @Ctx() { viewer }: Context): boolean {
    return request.state === 'PENDING' && canDecideGrant(viewer, request);
  }
}
