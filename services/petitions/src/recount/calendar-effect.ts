import { Invalid } from '@everyletter/kit/errors';
import type { Context } from '../context.ts';
import type { ThoughtOfCalendarInput } from './clock-effect.type.ts';
import { type RecountEffect, recountEffect, underCalendar } from './recount-effect.ts';

/** More days than this are no calendar of years people work in. */
const DAYS_MAX = 5000;

/** @throws Invalid `CALENDAR_TOO_LARGE`, `CALENDAR_DAY_TWICE` */
export async function calendarEffect(
  { years, daysOff, extraWorkdays }: ThoughtOfCalendarInput,
  context: Context,
): Promise<RecountEffect> {
  if (years.length + daysOff.length + extraWorkdays.length > DAYS_MAX) {
    throw new Invalid('CALENDAR_TOO_LARGE', { field: 'calendar.daysOff', max: DAYS_MAX });
  }
  const off = new Set(daysOff);
  const both = extraWorkdays.find((day) => off.has(day));
  if (both) throw new Invalid('CALENDAR_DAY_TWICE', { field: 'calendar.extraWorkdays', day: both });
  const { calendar: inForce } = await context.terms.current();
  const calendar = {
    version: inForce.version + 1,
    years: new Set(years),
    daysOff: off,
    extraWorkdays: new Set(extraWorkdays),
  };
  return recountEffect(underCalendar(calendar, context), context);
}
