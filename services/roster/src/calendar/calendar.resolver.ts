import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { WorkingCalendar, WorkingDayType } from './calendar.type.ts';
import { daysFrom, type WorkingDay, workingDay } from './rules/working-day.ts';

@Resolver()
export class CalendarResolver {
  @Query(() => [WorkingDayType], {
    description: 'Working days with their source; `to` at most 400 days after `from`.',
  })
  async workingDays(
    @Arg('from', () => LocalDateScalar) from: LocalDate,
    @Arg('to', () => LocalDateScalar) to: LocalDate,
    @Ctx() { calendars }: Context,
  ): Promise<WorkingDay[]> {
    const days = daysFrom(from, to);
    const { calendar, sources } = await calendars.current();
    return days.map((day) => workingDay(day, calendar, sources));
  }

  @Query(() => WorkingCalendar)
  async workingCalendar(@Ctx() { calendars }: Context): Promise<WorkingCalendar> {
    const { calendar, sources } = await calendars.current();
    const publishedYears = [...calendar.years].sort((one, other) => one - other);
    return { version: calendar.version, publishedYears, lastPublishedYear: publishedYears.at(-1) ?? 0, sources };
  }
}
