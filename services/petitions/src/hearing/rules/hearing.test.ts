import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { checkPlan, checkStart, type HearingPlan } from './hearing.ts';

const terms = { officersMin: 3, officersMax: 7, noticeDays: 3, confidence: 'LIKELY' } as const;
const today = localDate('2026-11-23');
const plan: HearingPlan = {
  kind: 'STANDARD',
  plannedOn: localDate('2026-11-26'),
  noticedOn: today,
  officers: ['甲一', '乙二', '丙三'],
};
const codeOf = (run: () => void) => {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'ALLOWED';
};

test.each<[string, Partial<HearingPlan>, string]>([
  ['three officers and three days', {}, 'ALLOWED'],
  ['two officers', { officers: ['甲一', '乙二'] }, 'HEARING_OFFICERS_TOO_FEW'],
  ['two officers at a simple one', { kind: 'SIMPLE', officers: ['甲一', '乙二'] }, 'ALLOWED'],
  ['nobody at a simple one', { kind: 'SIMPLE', officers: [] }, 'HEARING_OFFICERS_TOO_FEW'],
  ['eight officers', { officers: [...'甲乙丙丁戊己庚辛'] }, 'HEARING_OFFICERS_TOO_MANY'],
  ['one of them twice', { officers: ['甲一', '甲一', '丙三'] }, 'HEARING_OFFICERS_REPEATED'],
  ['two days of notice', { plannedOn: localDate('2026-11-25') }, 'HEARING_NOTICE_TOO_SHORT'],
  ['the same day at their home', { kind: 'ON_SITE', plannedOn: today }, 'ALLOWED'],
  ['yesterday', { plannedOn: localDate('2026-11-22') }, 'HEARING_IN_PAST'],
])('a plan with %s', (_, change, code) => {
  expect(codeOf(() => checkPlan({ ...plan, ...change }, terms, today))).toBe(code);
});

test.each([
  ['09:30', 'ALLOWED'],
  ['24:00', 'HEARING_TIME_INVALID'],
  ['九点', 'HEARING_TIME_INVALID'],
])('begins at %s: %s', (startsAt, code) => {
  expect(codeOf(() => checkStart(startsAt))).toBe(code);
});
