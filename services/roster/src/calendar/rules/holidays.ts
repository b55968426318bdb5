import { addDays, civil, type LocalDate } from '@everyletter/kit/time';

/** The seven holidays of the whole people, in the order of the year. */
export const Holiday = {
  NEW_YEAR: 'NEW_YEAR',
  SPRING_FESTIVAL: 'SPRING_FESTIVAL',
  QINGMING: 'QINGMING',
  LABOUR_DAY: 'LABOUR_DAY',
  DRAGON_BOAT: 'DRAGON_BOAT',
  MID_AUTUMN: 'MID_AUTUMN',
  NATIONAL_DAY: 'NATIONAL_DAY',
} as const;
export type Holiday = (typeof Holiday)[keyof typeof Holiday];

/** As notices write them. */
const WRITTEN: Readonly<Record<Holiday, readonly string[]>> = {
  NEW_YEAR: ['元旦', '新年'],
  SPRING_FESTIVAL: ['春节'],
  QINGMING: ['清明节', '清明'],
  LABOUR_DAY: ['劳动节', '国际劳动节', '“五一”国际劳动节'],
  DRAGON_BOAT: ['端午节', '端午'],
  MID_AUTUMN: ['中秋节', '中秋'],
  NATIONAL_DAY: ['国庆节', '国庆'],
};

export function holidayOf(written: string): Holiday | null {
  const all = Object.keys(WRITTEN) as Holiday[];
  return all.find((holiday) => WRITTEN[holiday].includes(written)) ?? null;
}

/** As a person reads it. */
export function holidayName(holiday: Holiday): string {
  return WRITTEN[holiday][0] ?? holiday;
}

/** Days off whatever is swapped around them, by the sun's calendar. Source: 全国年节及纪念日放假办法 (2024) 第二条. */
const FIXED = [
  ['NEW_YEAR', 1, 1],
  ['LABOUR_DAY', 5, 1],
  ['LABOUR_DAY', 5, 2],
  ['NATIONAL_DAY', 10, 1],
  ['NATIONAL_DAY', 10, 2],
  ['NATIONAL_DAY', 10, 3],
] as const;

/**
 * By the moon's calendar: the first day of its year, the fifth of its fifth month, the fifteenth of its eighth. Data and
 * no reckoning: the new moon of February 2027 comes four minutes before midnight, which reckoning programs get wrong.
 * Source: GB/T 33661-2017 农历的编算和颁行, its tables.
 */
const LUNAR: Readonly<Record<number, readonly [newYear: string, dragonBoat: string, midAutumn: string]>> = {
  2026: ['02-17', '06-19', '09-25'],
  2027: ['02-06', '06-09', '09-15'],
  2028: ['01-26', '05-28', '10-03'],
  2029: ['02-13', '06-16', '09-22'],
  2030: ['02-03', '06-05', '09-12'],
  2031: ['01-23', '06-24', '10-01'],
  2032: ['02-11', '06-12', '09-19'],
  2033: ['01-31', '06-01', '09-08'],
  2034: ['02-19', '06-20', '09-27'],
  2035: ['02-08', '06-10', '09-16'],
};
/** From the eve of the moon's year to its third day. */
const SPRING_DAYS = [-1, 0, 1, 2];

/**
 * The statutory days off of a year without a notice, without anything swapped. Source: 全国年节及纪念日放假办法 (2024).
 * `year`: of this century, for which the day of Qingming is counted by the usual formula; those of the moon are known
 * to 2035.
 */
export function statutoryDays(year: number): ReadonlyMap<LocalDate, Holiday> {
  const days = new Map<LocalDate, Holiday>();
  for (const [holiday, month, day] of FIXED) days.set(civil(year, month, day) as LocalDate, holiday);
  const ofCentury = year % 100;
  const qingming = Math.floor(ofCentury * 0.2422 + 4.81) - Math.floor(ofCentury / 4);
  days.set(civil(year, 4, qingming) as LocalDate, 'QINGMING');
  const moon = LUNAR[year];
  if (moon) {
    const [newYear, dragonBoat, midAutumn] = moon.map((day) => `${year}-${day}` as LocalDate);
    for (const offset of SPRING_DAYS) days.set(addDays(newYear as LocalDate, offset), 'SPRING_FESTIVAL');
    days.set(dragonBoat as LocalDate, 'DRAGON_BOAT');
    days.set(midAutumn as LocalDate, 'MID_AUTUMN');
  }
  return new Map([...days].sort(([one], [other]) => (one < other ? -1 : 1)));
}
