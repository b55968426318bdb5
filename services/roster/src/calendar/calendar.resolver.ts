import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { CalendarPayload, OverrideDayInput, PublishCalendarInput } from './calendar.inputs.ts';
import { CalendarPreview, WorkingCalendar, WorkingDayType } from './calendar.type.ts';
import { previewNotice } from './preview-notice.ts';
import { overrideDay, publishCalendar } from './publish-calendar.ts';
import { daysFrom, type WorkingDay, workingDay } from './rules/working-day.ts';
import { shownCalendar } from './shown-calendar.ts';

@Resolver()
export class CalendarResolver {
  @Query(() => WorkingDayType)
  async workingDay(
    @Arg('date', () => LocalDateScalar) date: LocalDate,
    @Ctx() { calendars }: Context,
  ): Promise<WorkingDay> {
    const content = await calendars.current();
    return workingDay(date, content.calendar, content);
  }

  @Query(() => [WorkingDayType], {
    description: 'Working days with their source; `to` at most 400 days after `from`.',
  })
  async workingDays(
    @Arg('from', () => LocalDateScalar) from: LocalDate,
    @Arg('to', () => LocalDateScalar) to: LocalDate,
    @Ctx() { calendars }: Context,
  ): Promise<WorkingDay[]> {
    const days = daysFrom(from, to);
    const content = await calendars.current();
    return days.map((day) => workingDay(day, content.calendar, content));
  }

  @Query(() => WorkingCalendar)
  async workingCalendar(@Ctx() { calendars, today }: Context): Promise<WorkingCalendar> {
    return shownCalendar(await calendars.current(), today);
  }

  @Query(() => CalendarPreview, { description: 'Reads a notice and tells what it would change.' })
  calendarPreview(
    @Arg('text', () => String, { description: 'As published, or JSON: year, daysOff, extraWorkdays.' }) text: string,
    @Arg('year', () => Int, { nullable: true, description: 'For a text without its title.' }) year: number | undefined,
    @Ctx() context: Context,
  ): Promise<CalendarPreview> {
    return previewNotice({ text, year }, context);
  }

  @Mutation(() => CalendarPayload, { description: 'Deadlines that run are counted again.' })
  async publishCalendar(
    @Arg('input', () => PublishCalendarInput) input: PublishCalendarInput,
    @Ctx() context: Context,
  ): Promise<CalendarPayload> {
    return { calendar: shownCalendar(await publishCalendar(input, context), context.today) };
  }

  @Mutation(() => CalendarPayload, { description: 'One day decided by the office; a later notice leaves it as it is.' })
  async overrideDay(
    @Arg('input', () => OverrideDayInput) input: OverrideDayInput,
    @Ctx() context: Context,
  ): Promise<CalendarPayload> {
    return { calendar: shownCalendar(await overrideDay(input, context), context.today) };
  }
}
