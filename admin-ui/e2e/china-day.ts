const DAY_MS = 86_400_000;
const CHINA = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });

/** A civil day of the server's calendar, so many days from today. */
export const inDays = (days: number): string => CHINA.format(new Date(Date.now() + days * DAY_MS));
