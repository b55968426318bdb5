import { describe, expect, test } from 'vitest';
import { isWorthShowing, likenessOf, type Trace } from './likeness.ts';
import { subjectSimilarity } from './subject-similarity.ts';

const trace = (change: Partial<Trace> = {}): Trace => ({
  name: '赵小雨',
  idNumber: '11010519491231002X',
  idNumberSound: true,
  phoneDigits: '13900000044',
  address: '知春路9号',
  subject: '不服故意伤害案判决',
  ...change,
});

describe('subjects', () => {
  test.each<[string, string, string, number, number]>([
    ['the same words', '不服故意伤害案判决', '不服故意伤害案判决', 1, 1],
    ['punctuation apart', '不服故意伤害案，判决！', '不服故意伤害案判决', 1, 1],
    ['one word more', '再次反映不服故意伤害案判决', '不服故意伤害案判决', 0.7, 0.9],
    ['another matter', '举报某单位虚开发票', '不服故意伤害案判决', 0, 0],
    ['the same kind of case', '不服诈骗案判决', '不服故意伤害案判决', 0.3, 0.6],
    ['nothing', '', '不服故意伤害案判决', 0, 0],
    ['rare characters', '反映𠮷㛃公司侵占', '反映𠮷㛃公司侵占', 1, 1],
  ])('%s', (_, one, other, least, most) => {
    const similarity = subjectSimilarity(one, other);
    expect(similarity).toBeGreaterThanOrEqual(least);
    expect(similarity).toBeLessThanOrEqual(most);
    expect(subjectSimilarity(other, one)).toBe(similarity);
  });
});

test.each<[string, Partial<Trace>, boolean, boolean]>([
  [
    'the same ID number is the same person, whatever the phone',
    { phoneDigits: null, address: null, name: '赵小宇' },
    true,
    true,
  ],
  ['another ID number is another person of the same name', { idNumber: '110105194912310036' }, false, true],
  [
    'name and phone are a person where no ID number speaks against it',
    { idNumber: null, idNumberSound: false },
    true,
    true,
  ],
  [
    'a name alone is not a person',
    { idNumber: null, idNumberSound: false, phoneDigits: null, address: null },
    false,
    true,
  ],
  ['the same person about something else is shown, too', { subject: '建议增设无障碍接待席位' }, true, true],
  [
    'a phone alone about something else is an office’s',
    { idNumber: null, idNumberSound: false, name: '钱某', address: null, subject: '建议增设无障碍接待席位' },
    false,
    false,
  ],
])('%s', (_, change, samePerson, shown) => {
  const likeness = likenessOf(trace(), trace(change));
  expect(likeness.samePerson).toBe(samePerson);
  expect(isWorthShowing(likeness)).toBe(shown);
});
