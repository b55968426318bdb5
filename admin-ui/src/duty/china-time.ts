const FORMAT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' });

/** The wall clock in China at a moment, e.g. 09:00. */
export function chinaTime(at: string): string {
  return FORMAT.format(new Date(at));
}
