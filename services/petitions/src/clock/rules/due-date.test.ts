import { localDate } from '@everyletter/kit/time';
import { afterEach, describe, expect, test } from 'vitest';
import { calendar2026 } from '../../../test/calendar-2026.ts';
import { defaultPack } from '../../policy-pack/rules/default-pack.ts';
import type { Period } from '../../policy-pack/rules/policy-pack.ts';
import { timeLimit } from './due-date.ts';
import { explain } from './explanation.ts';

const { PROCEDURAL, SUBSTANTIVE, WRONG_TRANSFER_OBJECTION } = defaultPack.clocks;
const SEVEN_WORKDAYS: Period = { amount: 7, unit: 'WORKDAY' };
const FIFTEEN_DAYS: Period = { amount: 15, unit: 'CALENDAR_DAY' };
const limitOf = (start: string, period: Period) => timeLimit(localDate(start), period, calendar2026);

describe.each(['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'])('on a machine in %s', (zone) => {
  const before = process.env.TZ;
  afterEach(() => {
    process.env.TZ = before;
  });

  test.each<[string, string, Period, string, string]>([
    ['ends on a make-up Saturday', '2026-02-07', PROCEDURAL.period, '2026-02-14', '2026-02-14'],
    ['ends inside the Spring Festival', '2026-02-13', PROCEDURAL.period, '2026-02-24', '2026-02-14'],
    ['begins on a make-up Saturday', '2026-02-28', PROCEDURAL.period, '2026-03-09', '2026-03-06'],
    ['ends on the Labour holiday', '2026-04-28', PROCEDURAL.period, '2026-05-06', '2026-04-30'],
    ['ends on a make-up Sunday', '2026-09-13', PROCEDURAL.period, '2026-09-20', '2026-09-20'],
    ['ends on Mid-Autumn', '2026-09-18', PROCEDURAL.period, '2026-09-28', '2026-09-24'],
    ['ends on National Day', '2026-09-24', PROCEDURAL.period, '2026-10-08', '2026-09-30'],
    ['begins inside a holiday', '2026-10-03', PROCEDURAL.period, '2026-10-10', '2026-10-10'],
    ['workdays over the Spring Festival', '2026-02-07', SEVEN_WORKDAYS, '2026-02-24', '2026-02-24'],
    ['workdays over National Day', '2026-09-24', SEVEN_WORKDAYS, '2026-10-12', '2026-10-12'],
    ['no 31st in that month', '2026-01-31', SUBSTANTIVE.period, '2026-04-30', '2026-04-30'],
    ['three months end on Mid-Autumn', '2026-06-25', SUBSTANTIVE.period, '2026-09-28', '2026-09-24'],
    ['three months end on National Day', '2026-07-01', SUBSTANTIVE.period, '2026-10-08', '2026-09-30'],
    ['three months stay on a make-up Saturday', '2026-07-10', SUBSTANTIVE.period, '2026-10-10', '2026-10-10'],
    ['five workdays over National Day', '2026-09-28', WRONG_TRANSFER_OBJECTION.period, '2026-10-10', '2026-10-10'],
    ['fifteen days over National Day', '2026-09-28', FIFTEEN_DAYS, '2026-10-13', '2026-10-13'],
  ])('%s: from %s', (_, start, period, dueOn, targetOn) => {
    process.env.TZ = zone;
    expect(limitOf(start, period)).toMatchObject({ dueOn, targetOn, provisional: false });
  });
});

test('a due date in an unpublished year is provisional', () => {
  expect(limitOf('2026-11-30', SUBSTANTIVE.period)).toMatchObject({ dueOn: '2027-03-01', provisional: true });
});

test('the counting is explained step by step in both languages', () => {
  const steps = limitOf('2026-09-24', PROCEDURAL.period).steps.map(explain);
  expect(steps.map(({ zh }) => zh)).toEqual([
    '2026年9月24日收到，次日（2026年9月25日）起算',
    '第7日为2026年10月1日',
    '2026年10月1日为休息日，顺延至2026年10月8日',
    '宜于2026年9月30日前（含当日）完成，为此前最后一个工作日',
  ]);
  expect(steps.map(({ en }) => en)).toEqual([
    'Received on 2026-09-24; counting starts the next day, 2026-09-25',
    'Day 7 is 2026-10-01',
    '2026-10-01 is a day off, so it rolls forward to 2026-10-08',
    'Better done by 2026-09-30, the last working day before',
  ]);
});

test('a make-up working day and an unpublished year are named', () => {
  expect(limitOf('2026-02-07', PROCEDURAL.period).steps.map((step) => explain(step).zh)).toContain(
    '2026年2月14日为调休上班日，不顺延',
  );
  expect(limitOf('2026-11-30', SUBSTANTIVE.period).steps.map((step) => explain(step).zh)).toContain(
    '2027年放假安排尚未公布，此日期为暂定，公布后重新计算',
  );
});
