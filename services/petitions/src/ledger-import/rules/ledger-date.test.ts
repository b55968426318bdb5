import type { LocalDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { readReceivedOn, readReportBackDueOn } from './ledger-date.ts';

const TODAY = '2026-11-24' as LocalDate;
const codes = (reading: ReturnType<typeof readReceivedOn>) => reading.remarks.map(({ code }) => code);

test.each([
  ['with 年月日', '2026年1月1日'],
  ['with slashes', '2026/1/1'],
  ['as eight digits', '20260101'],
  ['with dashes', '2026-01-01'],
  ['with dots', '2026.1.1'],
])('a day written %s is read without a remark', (_, written) => {
  expect(readReceivedOn(written, TODAY)).toEqual({ value: '2026-01-01', remarks: [] });
});

test.each([
  ['full-width digits', '２０２６年１月２日', 'WIDTH_CHANGED'],
  ['full-width slashes', '2026／1／2', 'WIDTH_CHANGED'],
  ['spaces inside', '2026年 1月 2日', 'SPACES_REMOVED'],
  ['an ideographic space before', '　2026-01-02', 'SPACES_REMOVED'],
  ['a time of day', '2026/1/2 0:00', 'TIME_REMOVED'],
  ['a zero-width space', '2026-01-02\u200B', 'HIDDEN_CHARACTERS_REMOVED'],
])('a day with %s is repaired and says so', (_, written, code) => {
  const reading = readReceivedOn(written, TODAY);
  expect(reading.value).toBe('2026-01-02');
  expect(codes(reading)).toEqual([code]);
});

test.each([
  ['30 February with a year', '2026年2月30日', 'RECEIVED_DATE_IMPOSSIBLE'],
  ['30 February without a year', '2月30日', 'RECEIVED_DATE_IMPOSSIBLE'],
  ['29 February of a common year', '2026/2/29', 'RECEIVED_DATE_IMPOSSIBLE'],
  ['a thirteenth month', '20261301', 'RECEIVED_DATE_IMPOSSIBLE'],
  ['day and month swapped', '2026-13-01', 'RECEIVED_DATE_IMPOSSIBLE'],
  ['a day without a year', '3月5日', 'RECEIVED_DATE_YEAR_MISSING'],
  ['words', '去年年底', 'RECEIVED_DATE_UNREADABLE'],
  ['year last', '01/02/2026', 'RECEIVED_DATE_UNREADABLE'],
  ['two digits for the year', '26/1/2', 'RECEIVED_DATE_UNREADABLE'],
  ['a spreadsheet serial number', '46023', 'RECEIVED_DATE_UNREADABLE'],
  ['mixed separators', '2026-1/2', 'RECEIVED_DATE_UNREADABLE'],
  ['a year nobody meant', '1026年1月2日', 'RECEIVED_DATE_UNREADABLE'],
  ['nothing', '', 'RECEIVED_DATE_MISSING'],
  ['spaces', ' 　', 'RECEIVED_DATE_MISSING'],
  ['tomorrow', '2026-11-25', 'RECEIVED_DATE_IN_FUTURE'],
  ['the last day of the last century', '1999-12-31', 'RECEIVED_DATE_TOO_OLD'],
])('%s is refused', (_, written, code) => {
  const reading = readReceivedOn(written, TODAY);
  expect(reading.value).toBeNull();
  expect(codes(reading).at(-1)).toBe(code);
});

test.each([
  ['today', '2026-11-24'],
  ['the first day that counts', '2000-01-01'],
  ['29 February of a leap year', '2024-02-29'],
])('%s is accepted', (_, written) => {
  expect(readReceivedOn(written, TODAY)).toEqual({ value: written, remarks: [] });
});

test('a cell with a direction override is refused once, not also called missing', () => {
  expect(codes(readReceivedOn('2026-01-02\u202E', TODAY))).toEqual(['HIDDEN_CHARACTERS']);
});

test.each<[string, string, string | null, string[]]>([
  ['nothing', '', null, []],
  ['a day', '2026/2/27', '2026-02-27', []],
  ['the day of receipt itself', '2026-02-07', '2026-02-07', []],
  ['a day before receipt', '2026-02-06', '2026-02-06', ['REPORT_BACK_BEFORE_RECEIVED']],
  ['a day that does not exist', '2026-02-30', null, ['REPORT_BACK_DATE_IMPOSSIBLE']],
  ['words', '尽快', null, ['REPORT_BACK_DATE_UNREADABLE']],
])('report-back date: %s', (_, written, value, expected) => {
  const reading = readReportBackDueOn(written, '2026-02-07' as LocalDate);
  expect(reading.value).toBe(value);
  expect(codes(reading)).toEqual(expected);
});
