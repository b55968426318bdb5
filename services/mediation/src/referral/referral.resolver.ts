import { type Connection, pageSize, toConnection } from '@everyletter/kit/paging';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { PartnerOrganisation } from '../organisation/organisation.entity.ts';
import { PartnerOrganisationType } from '../organisation/organisation.type.ts';
import { MatterRef } from '../refs/matter.ts';
import type { Referral } from './referral.entity.ts';
import { ReferralConnection, ReferralType } from './referral.type.ts';
import { openDispute } from './sealed-dispute.ts';

@Resolver(() => ReferralType)
export class ReferralResolver {
  @Query(() => ReferralConnection, {
    description: 'Referrals the viewer is party to: a mediator sees their own organisation’s, the office sees its own.',
  })
  async referrals(
    @Arg('first', () => Int, { nullable: true, defaultValue: 50 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | undefined,
    @Ctx() { referrals }: Context,
  ): Promise<Connection<Referral>> {
    const rows = await referrals.page(pageSize(first), after ?? null);
    return toConnection(rows, first, ({ proposedOn, id }) => [proposedOn, id]);
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

  @FieldResolver(() => String, { description: 'What is to be resolved, as the parties consented to tell it.' })
  dispute(@Root() referral: Referral, @Ctx() { options }: Context): string {
    const { id: referralId, institutionId } = referral;
    return openDispute(referral, { keys: options.keys, institutionId, referralId });
  }
}

@Resolver(() => ReferralConnection)
export class ReferralConnectionResolver {
  @FieldResolver(() => Int)
  totalCount(@Ctx() { referrals }: Context): Promise<number> {
    return referrals.count();
  }
}

@Resolver(() => MatterRef)
export class MatterResolver {
  @FieldResolver(() => [ReferralType], { description: 'Newest first.' })
  referrals(@Root() { id }: MatterRef, @Ctx() { referrals }: Context): Promise<Referral[]> {
    return referrals.ofMatter.load(id);
  }
}
