import { Invalid } from './errors.ts';

/** The one zone of the house. A civil day is always a day in this zone. */
export const ZONE = 'Asia/Shanghai';

/** A civil day as `YYYY-MM-DD`: compares as text, is what a `date` column returns and what GraphQL sends. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const MS_PER_DAY = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Reads a day; 30 February is refused, not rolled into March.
 * @throws Invalid `DATE_INVALID`
 */
export function localDate(text: string, field = 'date'): LocalDate {
  if (!isLocalDate(text)) throw new Invalid('DATE_INVALID', { field });
  return text;
}

/** Whether it is written `YYYY-MM-DD` and that day exists, from 1900 to 2200. */
export function isLocalDate(text: string): text is LocalDate {
  const match = SHAPE.exec(text);
  return match !== null && civil(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** The day with these numbers, or `null` when there is none (2 月 30 日). */
export function civil(year: number, month: number, day: number): LocalDate | null {
  if (year < 1900 || year > 2200) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? (date.toISOString().slice(0, 10) as LocalDate) : null;
}

const inZone = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

/** The civil day at an instant, whatever the time zone of the machine. */
export function dayOf(instant: Date): LocalDate {
  return inZone.format(instant) as LocalDate;
}

/** The instant of a wall-clock time `HH:MM` of that day; the zone has known no summer time since 1991. */
export function instantAt(date: LocalDate, time: string): Date {
  return new Date(`${date}T${time}:00+08:00`);
}

/** Calendar days; a negative number goes back. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromSerial(serial(date) + days);
}

/** The corresponding day of a later month, or that month's last day if it has none. Source: 民法典 202. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = parts(date);
  const count = year * 12 + (month - 1) + months;
  const toYear = Math.floor(count / 12);
  const toMonth = (count % 12) + 1;
  return civil(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))) as LocalDate;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return serial(to) - serial(from);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: LocalDate): number {
  return ((serial(date) + 3) % 7) + 1;
}

export function parts(date: LocalDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function serial(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
}

function fromSerial(days: number): LocalDate {
  return new Date(days * MS_PER_DAY).toISOString().slice(0, 10) as LocalDate;
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
