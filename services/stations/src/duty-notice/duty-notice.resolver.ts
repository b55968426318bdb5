import { Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Station } from '../station/station.entity.ts';
import { StationType } from '../station/station.type.ts';
import { DutyChangeType, DutyNoticesPayload, DutyNoticeType } from './duty-notice.type.ts';
import type { DutyChange, DutyNotice } from './duty-notices.repository.ts';

@Resolver(() => DutyChangeType)
export class DutyNoticeResolver {
  @Query(() => [DutyNoticeType], {
    description: 'For the lawyer who is signed in, not taken note of yet, the newest first.',
  })
  dutyNotices(@Ctx() { dutyNotices, viewer }: Context): Promise<DutyNotice[]> {
    return viewer.lawyerId ? dutyNotices.unseenBy(viewer.lawyerId) : Promise.resolve([]);
  }

  @Mutation(() => DutyNoticesPayload, { description: 'The lawyer who is signed in has taken note of all of them.' })
  async markDutyNoticesSeen(@Ctx() { dutyNotices, viewer, now }: Context): Promise<DutyNoticesPayload> {
    if (viewer.lawyerId) await dutyNotices.see(viewer.lawyerId, now);
    return { dutyNotices: [] };
  }

  @FieldResolver(() => StationType)
  station(@Root() { stationId }: DutyChange, @Ctx() { duty }: Context): Promise<Station | null> {
    return duty.station(stationId);
  }
}
