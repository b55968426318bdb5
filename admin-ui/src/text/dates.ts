/** Days are `YYYY-MM-DD` text and stay text: no time zone can move them. */
const DAY_MS = 86_400_000;

/** Short form for dense lists: the year only where it is not the year of `today`. */
export function shortDay(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day;
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** Its day of the week, in the language of the page. */
export function weekdayOf(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(day));
}

/** In full with its day of the week, e.g. 2026年11月24日星期二. */
export function longDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(day));
}

/** The day so many calendar days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The civil day in China now, whatever the zone of this machine; the server's `today` decides anything legal. */
export function chinaToday(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now);
}

/** The civil day in China of a moment. */
export function chinaDayOf(at: string): string {
  return chinaToday(new Date(at));
}

/** A moment as people of the office read it: China time, to the minute. */
export function chinaMoment(at: string): string {
  const format = { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat('sv-SE', format).format(new Date(at));
}
