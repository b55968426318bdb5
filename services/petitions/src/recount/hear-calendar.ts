import type { Hearing } from '@everyletter/kit/events';
import { GivenUp } from '@everyletter/kit/jobs';
import { isLocalDate, type LocalDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';

/** What clocks need of `roster.calendar-published`: the whole calendar under its version. */
export interface PublishedCalendar {
  readonly version: number;
  readonly years: readonly number[];
  readonly daysOff: readonly LocalDate[];
  readonly extraWorkdays: readonly LocalDate[];
}

/** A new working calendar: kept as a version of its own, and every running clock is counted again. */
export const hearCalendar: Hearing<Context> = {
  handle(payload, context) {
    if (!isPublishedCalendar(payload)) throw new GivenUp('EVENT_NOT_UNDERSTOOD');
    return keepCalendar(payload, context);
  },
};

/** Keeps a version once; an older one that arrives late is kept and moves nothing. */
export async function keepCalendar(calendar: PublishedCalendar, context: Context): Promise<void> {
  const { version, years, daysOff, extraWorkdays } = calendar;
  const { em, viewer, now } = context;
  const kept = await em.execute<unknown[]>(
    `insert into petitions.calendar_version (institution_id, version, years, days_off, extra_workdays, received_at)
     values (?, ?, ?::int[], ?::date[], ?::date[], ?) on conflict do nothing returning version`,
    [viewer.institutionId, version, list(years), list(daysOff), list(extraWorkdays), now],
  );
  if (kept.length === 0) return;
  await auditChange(context, {
    action: 'KEEP_CALENDAR',
    subjectType: 'Institution',
    subjectId: viewer.institutionId,
    facts: { version, years: years.length, daysOff: daysOff.length, extraWorkdays: extraWorkdays.length },
  });
  await context.enqueue('petitions.recount', { calendarVersion: String(version) });
}

function isPublishedCalendar(payload: unknown): payload is PublishedCalendar {
  const { version, years, daysOff, extraWorkdays } = payload as Partial<PublishedCalendar>;
  const isDay = (day: unknown) => typeof day === 'string' && isLocalDate(day);
  const areDays = (days: unknown) => Array.isArray(days) && days.every(isDay);
  const areYears = Array.isArray(years) && years.every(Number.isInteger);
  return Number.isInteger(version) && Number(version) > 0 && areYears && areDays(daysOff) && areDays(extraWorkdays);
}

function list(values: readonly (number | string)[]): string {
  return `{${values.join(',')}}`;
}
