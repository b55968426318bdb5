import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { defaultDutyPolicy } from '../../duty-policy/rules/default-policy.ts';
import { type Credentials, eligibilityChecks, isEligible, yearsOfPractice } from './eligibility.ts';

const sound: Credentials = {
  practisingSince: localDate('2015-03-02'),
  yearsTold: 0,
  passedReviewYears: [2023, 2024, 2025],
  disciplinedOn: null,
};
const failed = (change: Partial<Credentials>, today = '2026-11-24') =>
  eligibilityChecks({ ...sound, ...change }, defaultDutyPolicy.eligibility, localDate(today))
    .filter(({ passed }) => !passed)
    .map(({ rule }) => rule);

test.each<[string, Partial<Credentials>, string, string[]]>([
  ['whoever passes every rule', {}, '2026-11-24', []],
  ['three years to the day are enough', { practisingSince: localDate('2023-11-24') }, '2026-11-24', []],
  ['a day less is not', { practisingSince: localDate('2023-11-25') }, '2026-11-24', ['PRACTICE']],
  [
    'a review before the month of reviews is not asked for',
    { passedReviewYears: [2022, 2023, 2024] },
    '2026-06-30',
    [],
  ],
  ['from July on it is', { passedReviewYears: [2022, 2023, 2024] }, '2026-07-01', ['REVIEWS']],
  ['one missing year in between', { passedReviewYears: [2023, 2025] }, '2026-11-24', ['REVIEWS']],
  ['discipline within three years', { disciplinedOn: localDate('2023-11-25') }, '2026-11-24', ['DISCIPLINE']],
  ['discipline three years ago', { disciplinedOn: localDate('2023-11-24') }, '2026-11-24', []],
])('%s', (_, change, today, rules) => {
  expect(failed(change, today)).toEqual(rules);
});

test('every rule is told, passed or not, with its numbers', () => {
  const checks = eligibilityChecks(
    { ...sound, passedReviewYears: [2024] },
    defaultDutyPolicy.eligibility,
    localDate('2026-11-24'),
  );
  expect(checks[1]).toEqual({ rule: 'REVIEWS', passed: false, missing: [2023, 2025], reviews: 3 });
  expect(isEligible(checks)).toBe(false);
});

test('years are those told where the first day is not known, and whole ones where it is', () => {
  expect(yearsOfPractice({ ...sound, practisingSince: null, yearsTold: 8 }, localDate('2026-11-24'))).toBe(8);
  expect(yearsOfPractice({ ...sound, practisingSince: localDate('2024-02-29') }, localDate('2026-02-27'))).toBe(1);
  expect(yearsOfPractice({ ...sound, practisingSince: localDate('2024-02-29') }, localDate('2026-02-28'))).toBe(2);
});
