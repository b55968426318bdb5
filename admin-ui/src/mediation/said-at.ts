/** A moment in China as a form field holds it, `YYYY-MM-DDTHH:mm`, whatever the zone of this machine. */
export function chinaNow(now: Date): string {
  const format = { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat('sv-SE', format).format(now).replace(' ', 'T');
}

/** The instant of what a form field holds; China has one zone and no summer time. */
export function chinaInstant(field: string): string {
  return new Date(`${field}:00+08:00`).toISOString();
}
