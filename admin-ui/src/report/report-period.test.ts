import { expect, test } from 'vitest';
import { parsePeriod, presetPeriods } from './report-period.ts';

test('presets on an ordinary day', () => {
  expect(presetPeriods('2026-11-24')).toEqual({
    THIS_YEAR: { from: '2026-01-01', to: '2026-11-24' },
    LAST_YEAR: { from: '2025-01-01', to: '2025-12-31' },
    TWELVE_MONTHS: { from: '2025-12-01', to: '2026-11-24' },
    FIRST_YEARS: { from: '2016-01-01', to: '2022-12-31' },
  });
});

test.each([
  ['2026-12-05', '2026-01-01'],
  ['2026-01-31', '2025-02-01'],
])('the last twelve months of %s are whole months from %s on', (today, from) => {
  expect(presetPeriods(today).TWELVE_MONTHS).toEqual({ from, to: today });
});

test.each([
  ['both days', { from: '2016-01-01', to: '2016-12-31' }, '2016-01-01'],
  ['nothing', {}, '2026-01-01'],
  ['half of it', { from: '2016-01-01' }, '2026-01-01'],
  ['no day', { from: '2016-01', to: 'x' }, '2026-01-01'],
  ['a name given twice', { from: ['2016-01-01', '2017-01-01'], to: '2018-01-01' }, '2026-01-01'],
])('an address with %s starts on the right day', (_, query, from) => {
  expect(parsePeriod(query, '2026-11-24').from).toBe(from);
});
