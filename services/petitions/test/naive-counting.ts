/**
 * The counting of days done again without any of the house's code, one day after another on a sheet of all days there
 * are: slow, and nothing to get wrong but the law itself.
 */
export interface Sheet {
  readonly days: readonly string[];
  readonly worked: ReadonlySet<string>;
}

const DAY_MS = 86_400_000;

/** Every day of these years; `off` and `extra` as the notices publish them. */
export function sheetOf(from: number, to: number, off: ReadonlySet<string>, extra: ReadonlySet<string>): Sheet {
  const days: string[] = [];
  const worked = new Set<string>();
  for (let at = Date.UTC(from, 0, 1); at <= Date.UTC(to, 11, 31); at += DAY_MS) {
    const date = new Date(at);
    const day = date.toISOString().slice(0, 10);
    days.push(day);
    const isWeekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    if (isWeekend ? extra.has(day) : !off.has(day)) worked.add(day);
  }
  return { days, worked };
}

export interface Naive {
  readonly dueOn: string;
  readonly targetOn: string;
}

/** Walks from the day after `start`: so many days, worked days, or to the same day of a later month. */
export function countNaively(
  start: string,
  amount: number,
  unit: 'CALENDAR_DAY' | 'WORKDAY' | 'MONTH',
  sheet: Sheet,
): Naive {
  const at = sheet.days.indexOf(start);
  const end = unit === 'MONTH' ? monthsLater(at, amount, sheet) : daysLater(at, amount, unit === 'WORKDAY', sheet);
  let due = end;
  while (!sheet.worked.has(sheet.days[due] as string)) due += 1;
  let target = end;
  while (!sheet.worked.has(sheet.days[target] as string)) target -= 1;
  return { dueOn: sheet.days[due] as string, targetOn: sheet.days[target] as string };
}

function daysLater(at: number, amount: number, onlyWorked: boolean, { days, worked }: Sheet): number {
  let here = at;
  for (let counted = 0; counted < amount; ) {
    here += 1;
    if (!onlyWorked || worked.has(days[here] as string)) counted += 1;
  }
  return here;
}

/** Turns the leaves of the calendar: so many first days of a month, then on to the day, or to the month's last. */
function monthsLater(at: number, amount: number, { days }: Sheet): number {
  const wanted = Number((days[at] as string).slice(8));
  let here = at;
  for (let turned = 0; turned < amount; ) {
    here += 1;
    if ((days[here] as string).endsWith('-01')) turned += 1;
  }
  const month = (days[here] as string).slice(0, 7);
  while (Number((days[here] as string).slice(8)) < wanted && (days[here + 1] ?? '').startsWith(month)) here += 1;
  return here;
}
