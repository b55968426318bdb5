import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { checkRange } from '../calendar/rules/working-day.ts';
import type { Context } from '../context.ts';
import type { Staff } from '../staff/staff.entity.ts';
import { StaffType } from '../staff/staff.type.ts';
import type { ReceptionDay } from './reception-day.entity.ts';
import { ReceptionDayType } from './reception-day.type.ts';
import { receptionsOnDaysOff } from './receptions-on-days-off.ts';

@Resolver(() => ReceptionDayType)
export class ReceptionDayResolver {
  @Query(() => [ReceptionDayType], { description: 'By day, morning first; `to` at most 400 days after `from`.' })
  receptionDays(
    @Arg('from', () => LocalDateScalar) from: LocalDate,
    @Arg('to', () => LocalDateScalar) to: LocalDate,
    @Ctx() { receptions }: Context,
  ): Promise<ReceptionDay[]> {
    checkRange(from, to);
    return receptions.between(from, to);
  }

  @Query(() => [ReceptionDayType], {
    description: 'Published days, from today on, that are no longer worked: to be rearranged by `repairRota`.',
  })
  receptionsOnDaysOff(@Ctx() context: Context): Promise<ReceptionDay[]> {
    return receptionsOnDaysOff(context);
  }

  @FieldResolver(() => StaffType)
  leader(@Root() { leaderId }: ReceptionDay, @Ctx() { people }: Context): Promise<Staff | null> {
    return people.staffMember(leaderId);
  }
}
