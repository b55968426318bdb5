import type { LocalDate } from '@everyletter/kit/time';

/**
 * Minutes after an hour of the office's day in Shanghai. What happened on `today` happened in its first minutes, in the
 * same order: nothing may be later than whoever looks at it.
 */
export function moment(day: LocalDate, hour: number, today: LocalDate, minutes = 0): Date {
  const passed = day < today ? hour * 60 + minutes : hour;
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + passed * 60_000);
}
