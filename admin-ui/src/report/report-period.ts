import type { LocationQuery } from 'vue-router';

/** Both days included, `YYYY-MM-DD`. */
export interface ReportPeriod {
  readonly from: string;
  readonly to: string;
}

export type PeriodPreset = 'THIS_YEAR' | 'LAST_YEAR' | 'TWELVE_MONTHS' | 'FIRST_YEARS';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Periods people ask for; the last is the reception of 2016 to 2022 that this product is measured by. */
export function presetPeriods(today: string): Readonly<Record<PeriodPreset, ReportPeriod>> {
  const year = Number(today.slice(0, 4));
  return {
    THIS_YEAR: { from: `${year}-01-01`, to: today },
    LAST_YEAR: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
    TWELVE_MONTHS: { from: elevenMonthsBefore(today), to: today },
    FIRST_YEARS: { from: '2016-01-01', to: '2022-12-31' },
  };
}

/** Reads the address bar; without a period in it, this year so far. */
export function parsePeriod({ from, to }: LocationQuery, today: string): ReportPeriod {
  if (typeof from !== 'string' || typeof to !== 'string') return presetPeriods(today).THIS_YEAR;
  return DAY.test(from) && DAY.test(to) ? { from, to } : presetPeriods(today).THIS_YEAR;
}

/** The first day of the month eleven months before: with the month of `today`, twelve. */
function elevenMonthsBefore(today: string): string {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - 11;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}
