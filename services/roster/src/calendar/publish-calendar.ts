import { Invalid, RuleBroken } from '@everyletter/kit/errors';
import { cleanText } from '@everyletter/kit/text';
import { type LocalDate, parts } from '@everyletter/kit/time';
import { isWorkday } from '@everyletter/kit/workdays';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { OverrideDayInput, PublishCalendarInput } from './calendar.inputs.ts';
import { readArrangement } from './read-arrangement.ts';
import { type CalendarContent, withOverride, withYear } from './rules/next-calendar.ts';

/** Characters. */
const REASON_MAX = 100;

/**
 * A new version with a year's notice in force; everybody who keeps the calendar is told all of it.
 * @throws what {@link readArrangement} throws; Conflict `CALENDAR_CHANGED`; RuleBroken `CALENDAR_UNCHANGED`
 */
export async function publishCalendar(input: PublishCalendarInput, context: Context): Promise<CalendarContent> {
  const arrangement = readArrangement(input);
  const inForce = await context.calendars.lock(input.version);
  const next = withYear(inForce, arrangement);
  if (isSame(inForce, next)) throw new RuleBroken('CALENDAR_UNCHANGED', { field: 'text' });
  const { source, daysOff, extraWorkdays } = arrangement;
  const facts = { year: source.year, daysOff: daysOff.length, extraWorkdays: extraWorkdays.length };
  return publish(next, facts, context);
}

/**
 * One day decided by the office itself.
 * @throws Conflict `CALENDAR_CHANGED`; RuleBroken `CALENDAR_UNCHANGED`; Invalid `YEAR_NOT_IN_CALENDAR`, of `cleanText`
 */
export async function overrideDay(input: OverrideDayInput, context: Context): Promise<CalendarContent> {
  const { date, working } = input;
  const reason = cleanText(input.reason, { field: 'reason', min: 2, max: REASON_MAX });
  const inForce = await context.calendars.lock(input.version);
  const { years } = inForce.calendar;
  if (parts(date).year < Math.min(...years)) throw new Invalid('YEAR_NOT_IN_CALENDAR', { field: 'date' });
  if (isWorkday(date, inForce.calendar) === working) throw new RuleBroken('CALENDAR_UNCHANGED', { field: 'date' });
  return publish(withOverride(inForce, { date, working, reason }), { date, working }, context);
}

async function publish(
  next: CalendarContent,
  facts: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<CalendarContent> {
  const { calendars, viewer } = context;
  const { version, years, daysOff, extraWorkdays } = next.calendar;
  await calendars.keep(next, viewer.accountId, context.now);
  await auditChange(context, {
    action: 'PUBLISH_CALENDAR',
    subjectType: 'Institution',
    subjectId: viewer.institutionId,
    facts: { version, ...facts },
  });
  await context.publish('roster.calendar-published', {
    version,
    years: [...years],
    daysOff: sorted(daysOff),
    extraWorkdays: sorted(extraWorkdays),
    sources: next.sources,
  });
  return next;
}

/** Nothing but the version would be another. */
function isSame(one: CalendarContent, other: CalendarContent): boolean {
  return content(one) === content(other);
}

function content({ calendar, sources }: CalendarContent): string {
  const { years, daysOff, extraWorkdays } = calendar;
  return JSON.stringify([[...years].sort(), sorted(daysOff), sorted(extraWorkdays), sources]);
}

function sorted(days: ReadonlySet<LocalDate>): LocalDate[] {
  return [...days].sort();
}
