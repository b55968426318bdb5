import { DateTimeScalar, LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Ctx, Field, ID, Mutation, ObjectType, Query, Resolver, registerEnumType } from 'type-graphql';
import type { Context } from '../context.ts';
import { HalfDay } from './reception-day.type.ts';
import type { RotaNotice } from './substitution.entity.ts';

export const RotaNoticeKind = { ADDED: 'ADDED', REMOVED: 'REMOVED' } as const;
registerEnumType(RotaNoticeKind, { name: 'RotaNoticeKind' });

@ObjectType('RotaNotice', { description: 'A day became, or is no longer, the viewer’s.' })
export class RotaNoticeType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => RotaNoticeKind)
  readonly kind!: string;

  @Field(() => LocalDateScalar)
  readonly date!: string;

  @Field(() => HalfDay)
  readonly halfDay!: string;

  @Field(() => DateTimeScalar)
  readonly at!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly seenAt!: Date | null;
}

@ObjectType()
export class RotaNoticesPayload {
  @Field(() => [RotaNoticeType])
  readonly rotaNotices!: readonly RotaNoticeType[];
}

@Resolver(() => RotaNoticeType)
export class RotaNoticeResolver {
  @Query(() => [RotaNoticeType], { description: 'The viewer’s own, newest first; at most 100.' })
  rotaNotices(@Ctx() { receptions, viewer }: Context): Promise<RotaNotice[]> {
    return receptions.noticesOf(viewer.staffId);
  }

  @Mutation(() => RotaNoticesPayload, { description: 'The viewer has seen all of them.' })
  async markRotaNoticesSeen(@Ctx() { receptions, viewer, now, em }: Context): Promise<{ rotaNotices: RotaNotice[] }> {
    const rotaNotices = await receptions.noticesOf(viewer.staffId);
    for (const notice of rotaNotices) notice.seenAt ??= now;
    await em.flush();
    return { rotaNotices };
  }
}
