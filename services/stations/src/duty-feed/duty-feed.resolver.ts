import { authorize, NotFound } from '@everyletter/kit/errors';
import { type FeedSubject, feedAddress } from '@everyletter/kit/feed';
import { DateTimeScalar } from '@everyletter/kit/subgraph-schema';
import { Arg, Ctx, Field, FieldResolver, ID, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Lawyer } from '../lawyer/lawyer.entity.ts';
import { canManageDuty, isLawyer } from '../lawyer/lawyer.policy.ts';
import { LawyerType } from '../lawyer/lawyer.type.ts';
import type { Station } from '../station/station.entity.ts';
import { StationType } from '../station/station.type.ts';

@ObjectType()
export class IssueDutyFeedPayload {
  @Field(() => String, { description: 'Where a calendar app finds it, from the root of the site; never told again.' })
  readonly path!: string;

  @Field(() => DateTimeScalar)
  readonly issuedAt!: Date;
}

@ObjectType()
export class RevokeDutyFeedPayload {
  @Field(() => Boolean)
  readonly revoked!: boolean;
}

@Resolver()
export class DutyFeedResolver {
  @Mutation(() => IssueDutyFeedPayload, {
    description:
      'A new address, of a station or, without one, of the lawyer who is signed in; the one before it stops working.',
  })
  async issueDutyFeed(
    @Arg('stationId', () => ID, { nullable: true }) stationId: string | null,
    @Ctx() context: Context,
  ): Promise<IssueDutyFeedPayload> {
    const subject = await subjectOf(stationId ?? null, context);
    const token = await context.feeds.issue(subject, context.now);
    await audit('ISSUE_DUTY_FEED', subject, context);
    return { path: feedAddress('stations', token), issuedAt: context.now };
  }

  @Mutation(() => RevokeDutyFeedPayload)
  async revokeDutyFeed(
    @Arg('stationId', () => ID, { nullable: true }) stationId: string | null,
    @Ctx() context: Context,
  ): Promise<RevokeDutyFeedPayload> {
    const subject = await subjectOf(stationId ?? null, context);
    await context.feeds.revoke(subject);
    await audit('REVOKE_DUTY_FEED', subject, context);
    return { revoked: true };
  }
}

@Resolver(() => LawyerType)
export class LawyerFeedResolver {
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When the address of their calendar was made; null: none.',
  })
  feedIssuedAt(@Root() { id }: Lawyer, @Ctx() context: Context): Promise<Date | null> {
    return issuedAt(id, context);
  }
}

@Resolver(() => StationType)
export class StationFeedResolver {
  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When the address of its calendar was made; null: none.',
  })
  feedIssuedAt(@Root() { id }: Station, @Ctx() context: Context): Promise<Date | null> {
    return issuedAt(id, context);
  }
}

async function issuedAt(subjectId: string, { feeds }: Context): Promise<Date | null> {
  const [issued] = await feeds.issuedFor([subjectId]);
  return issued?.issuedAt ?? null;
}

/** @throws NotFound `STATION_NOT_FOUND` */
async function subjectOf(stationId: string | null, { viewer, duty }: Context): Promise<FeedSubject> {
  if (stationId === null) {
    authorize(viewer.lawyerId !== null && isLawyer(viewer, viewer.lawyerId));
    return { kind: 'LAWYER', subjectId: viewer.lawyerId as string };
  }
  authorize(canManageDuty(viewer));
  const station = await duty.station(stationId);
  if (station?.institutionId !== viewer.institutionId) throw new NotFound('STATION_NOT_FOUND', { field: 'stationId' });
  return { kind: 'STATION', subjectId: station.id };
}

function audit(action: string, { kind, subjectId }: FeedSubject, context: Context): Promise<string> {
  return auditChange(context, { action, subjectType: kind === 'LAWYER' ? 'Lawyer' : 'Station', subjectId, facts: {} });
}
