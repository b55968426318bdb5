import { expect, test } from 'vitest';
import { type Candidate, rankedCandidates } from './candidates.ts';

const one = (name: string, change: Partial<Candidate> = {}): Candidate => ({
  lawyerId: name,
  name,
  level: 'AVAILABLE',
  weekDuties: 1,
  monthDuties: 4,
  weeklyCap: 3,
  monthlyCap: 12,
  eligible: true,
  suits: true,
  ...change,
});
const names = (...candidates: Candidate[]) => rankedCandidates(candidates).map(({ name }) => name);

test.each<[string, Candidate[], string[]]>([
  ['who suits goes before who likes to', [one('乙', { level: 'PREFERRED', suits: false }), one('甲')], ['甲', '乙']],
  ['who likes to goes before who can', [one('甲'), one('乙', { level: 'PREFERRED' })], ['乙', '甲']],
  ['who has less to do goes first', [one('甲', { monthDuties: 6 }), one('乙', { monthDuties: 5 })], ['乙', '甲']],
  ['whoever is away cannot', [one('甲', { level: 'UNAVAILABLE' })], []],
  ['whoever is not eligible cannot', [one('甲', { eligible: false })], []],
  ['whoever is at the cap of the week cannot', [one('甲', { weekDuties: 3 })], []],
  ['whoever is at the cap of the month cannot', [one('甲', { monthDuties: 12 })], []],
  ['without a cap there is none', [one('甲', { weekDuties: 9, weeklyCap: null })], ['甲']],
])('%s', (_, candidates, ranked) => {
  expect(names(...candidates)).toEqual(ranked);
});
