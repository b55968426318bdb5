/** Months are `YYYY-MM` text, as in the address. */

export function monthOf(day: string): string {
  return day.slice(0, 7);
}

export function isMonth(text: unknown): text is string {
  return typeof text === 'string' && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);
}

/** The month so many months later. */
export function monthLater(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

export function firstOf(month: string): string {
  return `${month}-01`;
}

export function lastOf(month: string): string {
  const next = Date.parse(`${monthLater(month, 1)}-01`);
  return new Date(next - 86_400_000).toISOString().slice(0, 10);
}
