import { Invalid } from '@everyletter/kit/errors';
import { addDays, civil, type LocalDate } from '@everyletter/kit/time';
import type { HalfDay } from '../../coverage/rules/coverage.ts';

/** When somebody is busy by their calendar; both days included, `halfDay` null: the whole day. */
export interface BusyDays {
  /** Of the calendar's entry. */
  readonly uid: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly halfDay: HalfDay | null;
}

export interface BusyCalendar {
  readonly days: readonly BusyDays[];
  /** Entries that are cancelled, free time, repeated, unreadable, or outside of what lawyers are on duty for. */
  readonly skipped: number;
}

type Moment = { readonly on: LocalDate; readonly minute: number; readonly wholeDay: boolean };

/** Minutes of the day a duty can fall into. */
const HALVES: readonly (readonly [HalfDay, number, number])[] = [
  ['MORNING', 8 * 60, 12 * 60],
  ['AFTERNOON', 12 * 60, 18 * 60],
];
const DAY_MINUTES = 24 * 60;
/** China is eight hours ahead of UTC and knows no summer time. */
const CHINA_MINUTES = 8 * 60;
/** Entries of one file, and days of one entry: more is not a person's calendar. */
const ENTRIES_MAX = 5000;
const DAYS_MAX = 400;
const MOMENT = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})\d{2}(Z)?)?$/;

/**
 * Reads an iCalendar text (RFC 5545): what stands in it is when its owner is busy. Times without a zone, and with a
 * named one, are taken as China time. Words of the entries are not looked at.
 * @throws Invalid `CALENDAR_FILE_UNREADABLE`, `CALENDAR_FILE_TOO_LONG`
 */
export function busyDays(text: string, today: LocalDate): BusyCalendar {
  const lines = text.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/);
  if (!lines.some((line) => line.trim().toUpperCase() === 'BEGIN:VCALENDAR')) {
    throw new Invalid('CALENDAR_FILE_UNREADABLE', { field: 'calendar' });
  }
  const entries = entriesOf(lines);
  if (entries.length > ENTRIES_MAX)
    throw new Invalid('CALENDAR_FILE_TOO_LONG', { field: 'calendar', max: ENTRIES_MAX });
  const found = entries.map((entry) => busyOf(entry).filter(({ endsOn }) => endsOn >= today));
  return { days: found.flat(), skipped: found.filter((days) => days.length === 0).length };
}

type Entry = ReadonlyMap<string, string>;

/** Properties of each VEVENT by name, without their parameters; of an alarm inside nothing. */
function entriesOf(lines: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  let entry: Map<string, string> | null = null;
  let depth = 0;
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:;]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    const key = name.toUpperCase();
    if (key === 'BEGIN') {
      depth += 1;
      if (value.toUpperCase() !== 'VEVENT') continue;
      entry = new Map([['DEPTH', String(depth)]]);
      entries.push(entry);
    } else if (key === 'END') {
      depth -= 1;
      if (value.toUpperCase() === 'VEVENT') entry = null;
    } else if (entry && entry.get('DEPTH') === String(depth) && !entry.has(key)) entry.set(key, value.trim());
  }
  return entries;
}

function busyOf(entry: Entry): BusyDays[] {
  const isFree = entry.get('TRANSP') === 'TRANSPARENT' || entry.get('STATUS') === 'CANCELLED';
  const start = momentOf(entry.get('DTSTART'));
  if (isFree || entry.has('RRULE') || !start) return [];
  const end = momentOf(entry.get('DTEND')) ?? (start.wholeDay ? { ...start, on: addDays(start.on, 1) } : start);
  const uid = entry.get('UID') ?? `${entry.get('DTSTART')}/${entry.get('DTEND') ?? ''}`;
  if (start.wholeDay) {
    const endsOn = addDays(end.on, -1);
    return endsOn >= start.on ? [{ uid, startsOn: start.on, endsOn, halfDay: null }] : [];
  }
  return halvesBetween(start, end).map(({ on, halfDay }) => ({ uid, startsOn: on, endsOn: on, halfDay }));
}

function halvesBetween(start: Moment, end: Moment): { readonly on: LocalDate; readonly halfDay: HalfDay | null }[] {
  const touched: { readonly on: LocalDate; readonly halfDay: HalfDay | null }[] = [];
  for (let on = start.on, days = 0; on <= end.on && days < DAYS_MAX; on = addDays(on, 1), days += 1) {
    const from = on === start.on ? start.minute : 0;
    const to = on === end.on ? end.minute : DAY_MINUTES;
    const halves = HALVES.filter(([, opens, closes]) => from < closes && to > opens).map(([halfDay]) => halfDay);
    if (halves.length > 0) touched.push({ on, halfDay: halves.length === HALVES.length ? null : (halves[0] ?? null) });
  }
  return touched;
}

function momentOf(text: string | undefined): Moment | null {
  const [, year, month, day, hour, minute, utc] = MOMENT.exec(text ?? '') ?? [];
  const on = civil(Number(year), Number(month), Number(day));
  if (!on) return null;
  if (hour === undefined) return { on, minute: 0, wholeDay: true };
  const minutes = Number(hour) * 60 + Number(minute) + (utc ? CHINA_MINUTES : 0);
  return { on: addDays(on, Math.floor(minutes / DAY_MINUTES)), minute: minutes % DAY_MINUTES, wholeDay: false };
}
