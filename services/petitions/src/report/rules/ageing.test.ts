import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { ageingRanges } from './ageing.ts';

test('buckets follow each other without gap or overlap', () => {
  expect(ageingRanges(localDate('2026-11-23'), [7, 30, 60])).toEqual([
    { bucket: 'UP_TO_7_DAYS', from: '2026-11-16', to: null },
    { bucket: 'UP_TO_30_DAYS', from: '2026-10-24', to: '2026-11-15' },
    { bucket: 'UP_TO_60_DAYS', from: '2026-09-24', to: '2026-10-23' },
    { bucket: 'UP_TO_3_MONTHS', from: null, to: '2026-09-23' },
  ]);
});
