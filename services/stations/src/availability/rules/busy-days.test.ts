import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { busyDays } from './busy-days.ts';

const calendar = (...events: string[][]) =>
  ['BEGIN:VCALENDAR', ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']), 'END:VCALENDAR'].join(
    '\r\n',
  );
const read = (...lines: string[]) => busyDays(calendar(['UID:one', ...lines]), localDate('2026-11-24'));

test.each<[string, string[], unknown[]]>([
  [
    'a day of its own ends before the day its end names',
    ['DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20261203'],
    [['2026-12-01', '2026-12-02', null]],
  ],
  ['a day without an end is one day', ['DTSTART;VALUE=DATE:20261201'], [['2026-12-01', '2026-12-01', null]]],
  [
    'a court hearing in the morning leaves the afternoon',
    ['DTSTART;TZID=Asia/Shanghai:20261201T093000', 'DTEND;TZID=Asia/Shanghai:20261201T113000'],
    [['2026-12-01', '2026-12-01', 'MORNING']],
  ],
  [
    'world time is turned into China time, over midnight too',
    ['DTSTART:20261130T230000Z', 'DTEND:20261201T020000Z'],
    [['2026-12-01', '2026-12-01', 'MORNING']],
  ],
  [
    'over noon it is the whole day',
    ['DTSTART:20261201T110000', 'DTEND:20261201T150000'],
    [['2026-12-01', '2026-12-01', null]],
  ],
  ['a dinner is nobody’s duty', ['DTSTART:20261201T190000', 'DTEND:20261201T210000'], []],
  ['free time is not busy', ['DTSTART;VALUE=DATE:20261201', 'TRANSP:TRANSPARENT'], []],
  ['what was cancelled is not', ['DTSTART;VALUE=DATE:20261201', 'STATUS:CANCELLED'], []],
  ['what is past does not matter', ['DTSTART;VALUE=DATE:20261101'], []],
  ['what repeats belongs into the weekly pattern', ['DTSTART;VALUE=DATE:20261201', 'RRULE:FREQ=WEEKLY'], []],
])('%s', (_, lines, days) => {
  const found = read(...lines);
  expect(found.days.map(({ startsOn, endsOn, halfDay }) => [startsOn, endsOn, halfDay])).toEqual(days);
  expect(found.skipped).toBe(days.length === 0 ? 1 : 0);
});

test('folded lines are joined, and an alarm inside an entry changes nothing', () => {
  const found = read('DTSTART;VALUE=DA', ' TE:20261201', 'BEGIN:VALARM', 'DTSTART:20261224T090000', 'END:VALARM');
  expect(found.days).toEqual([{ uid: 'one', startsOn: '2026-12-01', endsOn: '2026-12-01', halfDay: null }]);
});

test('what is no calendar is refused', () => {
  expect(() => busyDays('姓名,日期', localDate('2026-11-24'))).toThrow('CALENDAR_FILE_UNREADABLE');
});
