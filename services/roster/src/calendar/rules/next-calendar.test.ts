import type { LocalDate } from '@everyletter/kit/time';
import { isWorkday } from '@everyletter/kit/workdays';
import { expect, test } from 'vitest';
import { type CalendarContent, changesIn, settled, withOverride, withYear } from './next-calendar.ts';

const day = (text: string) => text as LocalDate;
const source = (year: number) => ({ year, title: `${year}`, publishedOn: null });
const content: CalendarContent = settled({
  calendar: {
    version: 3,
    years: new Set([2026]),
    daysOff: new Set([day('2026-10-01')]),
    extraWorkdays: new Set([day('2026-10-10')]),
  },
  sources: [source(2026)],
  overrides: [],
});
const arrangement = {
  source: source(2027),
  daysOff: [day('2027-01-01'), day('2027-02-05'), day('2027-10-01')],
  extraWorkdays: [day('2027-02-14')],
};

test('a year without a notice has its statutory days, and says nothing of swapped ones', () => {
  expect(isWorkday(day('2027-01-01'), content.calendar)).toBe(false);
  expect(isWorkday(day('2027-10-04'), content.calendar)).toBe(true);
  expect(content.calendar.years.has(2027)).toBe(false);
});

test('a notice takes the place of what was guessed, and moves the guess a year on', () => {
  const next = withYear(content, arrangement);
  expect(next.calendar).toMatchObject({ version: 4, years: new Set([2026, 2027]) });
  expect(isWorkday(day('2027-02-14'), next.calendar)).toBe(true);
  expect(isWorkday(day('2027-02-08'), next.calendar)).toBe(true);
  expect(isWorkday(day('2029-05-01'), next.calendar)).toBe(false);
  expect(next.sources.map(({ year }) => year)).toEqual([2026, 2027]);
});

test('only the days that become another kind of day are told', () => {
  const { calendar } = withYear(content, arrangement);
  const changes = changesIn(2027, content.calendar, calendar);
  expect(changes).toContainEqual({ date: '2027-02-14', before: 'WEEKEND', after: 'EXTRA_WORKDAY' });
  expect(changes).toContainEqual({ date: '2027-02-08', before: 'DAY_OFF', after: 'WORKDAY' });
  expect(changes.some(({ date }) => date === '2027-01-01')).toBe(false);
});

test('what the office decided outlives a notice, and a later decision the earlier one', () => {
  const closed = withOverride(content, { date: day('2027-03-03'), working: false, reason: '本地节日' });
  const open = withOverride(closed, { date: day('2027-10-01'), working: true, reason: '值守' });
  const next = withYear(open, arrangement);
  expect([isWorkday(day('2027-03-03'), next.calendar), isWorkday(day('2027-10-01'), next.calendar)]).toEqual([
    false,
    true,
  ]);
  const back = withOverride(next, { date: day('2027-03-03'), working: true, reason: '恢复' });
  expect(isWorkday(day('2027-03-03'), back.calendar)).toBe(true);
  expect(back.overrides).toHaveLength(2);
  for (const date of back.calendar.daysOff) expect(back.calendar.extraWorkdays.has(date)).toBe(false);
});
