import { civil, type LocalDate } from '@everyletter/kit/time';
import { halfWidth, readCell } from './cell-text.ts';
import type { LedgerColumn } from './ledger-column.ts';
import { isRefused, type Reading, type Remark } from './remark.ts';
import type { RemarkCode } from './remark-words.ts';

/** No petition of these ledgers is older: the day is a slip of the pen, such as 1026 or 1926. */
const EARLIEST = '2000-01-01';

// 2026年1月5日 · 2026/1/5 · 2026.1.5 · 2026-01-05 · 20260105: year first in all of them, so each names one day.
const FORMS = [
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/u,
  /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/u,
  /^(\d{4})(\d{2})(\d{2})$/u,
];
const TIME = /\s+\d{1,2}:\d{2}(?::\d{2})?$/u;
const WITHOUT_YEAR = /^(\d{1,2})(?:月|[/.-])(\d{1,2})日?$/u;
/** 29 February exists in it, so a day it lacks exists in no year. */
const LEAP_YEAR = 2024;

type DateProblem = 'MISSING' | 'UNREADABLE' | 'IMPOSSIBLE' | 'YEAR_MISSING';

/**
 * The day of receipt. The written forms name the same day without doubt, so reading one of them is no repair.
 * Refused: no day, a day that does not exist, a day without a year, a day after `today`, a day before 2000.
 */
export function readReceivedOn(written: string, today: LocalDate): Reading<LocalDate | null> {
  const column = 'receivedOn';
  const { value, problem, remarks } = readDay(written, column);
  if (problem) return refused(`RECEIVED_DATE_${problem}`, remarks);
  if (value === null) return { value, remarks };
  if (value > today) return refused('RECEIVED_DATE_IN_FUTURE', remarks, { today });
  if (value < EARLIEST) return refused('RECEIVED_DATE_TOO_OLD', remarks, { earliest: EARLIEST });
  return { value, remarks };
}

/** The day a superior wants the result by; what cannot be read is left empty with a warning. */
export function readReportBackDueOn(written: string, receivedOn: LocalDate | null): Reading<LocalDate | null> {
  const column = 'reportBackDueOn';
  const { value, problem, remarks } = readDay(written, column);
  if (problem === 'MISSING') return { value: null, remarks };
  if (problem) {
    const code = problem === 'IMPOSSIBLE' ? 'REPORT_BACK_DATE_IMPOSSIBLE' : 'REPORT_BACK_DATE_UNREADABLE';
    return { value: null, remarks: [...remarks, { code, column }] };
  }
  if (value && receivedOn && value < receivedOn) {
    return { value, remarks: [...remarks, { code: 'REPORT_BACK_BEFORE_RECEIVED', column }] };
  }
  return { value, remarks };
}

interface DayReading extends Reading<LocalDate | null> {
  readonly problem: DateProblem | null;
}

function readDay(written: string, column: LedgerColumn): DayReading {
  const { value: text, remarks } = halfWidth(readCell(written, column), column);
  if (text === '') return { value: null, problem: isRefused(remarks) ? null : 'MISSING', remarks };
  const { day, tidied } = withoutTimeAndSpaces(text);
  const numbers = FORMS.map((form) => form.exec(day)).find((match) => match !== null);
  if (!numbers) return { value: null, problem: problemOf(day), remarks };
  const [year = 0, month = 0, date = 0] = numbers
    .slice(1)
    .filter((part) => /\d/u.test(part))
    .map(Number);
  if (year < 1900 || year > 2200) return { value: null, problem: 'UNREADABLE', remarks };
  const value = civil(year, month, date);
  const all = tidied ? [...remarks, { code: tidied, column }] : remarks;
  return value ? { value, problem: null, remarks: all } : { value: null, problem: 'IMPOSSIBLE', remarks: all };
}

function withoutTimeAndSpaces(text: string): { readonly day: string; readonly tidied: RemarkCode | null } {
  const withoutTime = text.replace(TIME, '');
  if (withoutTime !== text) return { day: withoutTime.replaceAll(' ', ''), tidied: 'TIME_REMOVED' };
  const day = text.replaceAll(/\s/gu, '');
  return { day, tidied: day === text ? null : 'SPACES_REMOVED' };
}

function problemOf(text: string): DateProblem {
  const match = WITHOUT_YEAR.exec(text);
  if (!match) return 'UNREADABLE';
  return civil(LEAP_YEAR, Number(match[1]), Number(match[2])) ? 'YEAR_MISSING' : 'IMPOSSIBLE';
}

function refused(
  code: RemarkCode,
  remarks: readonly Remark[],
  facts?: Readonly<Record<string, string>>,
): Reading<LocalDate | null> {
  const refusal: Remark = facts ? { code, column: 'receivedOn', facts } : { code, column: 'receivedOn' };
  return { value: null, remarks: [...remarks, refusal] };
}
