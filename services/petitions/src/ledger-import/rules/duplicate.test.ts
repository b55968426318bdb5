import { expect, test } from 'vitest';
import { earlierDuplicates, type Identifiable, isSamePersonAndMatter } from './duplicate.ts';

const LETTER: Identifiable = {
  name: '王桂英',
  idNumber: '11010820010525521X',
  idNumberSound: true,
  phoneDigits: '13800000001',
  address: '北京市海淀区清河37号院',
  subject: '不服行政判决',
};

test.each<[string, Partial<Identifiable>, boolean]>([
  ['the same in everything', {}, true],
  ['another subject', { subject: '河道污染' }, false],
  ['punctuation in the subject', { subject: '不服 行政判决。' }, true],
  ['no subject', { subject: null }, false],
  ['the same ID number under another name', { name: '王桂瑛' }, true],
  ['another sound ID number, same name, phone and address', { idNumber: '110105197106231726' }, false],
  ['no ID number, same name and phone', { idNumber: null, idNumberSound: false, address: null }, true],
  ['no ID number, same name and address', { idNumber: null, idNumberSound: false, phoneDigits: null }, true],
  ['a wrong ID number, same name and phone', { idNumber: '1', idNumberSound: false }, true],
  ['only the same name', { idNumber: null, idNumberSound: false, phoneDigits: null, address: '别处' }, false],
  ['same phone, another name', { idNumber: null, idNumberSound: false, name: '李四', address: null }, false],
  ['both nameless', { idNumber: null, idNumberSound: false, name: null }, false],
])('%s', (_, change, same) => {
  expect(isSamePersonAndMatter(LETTER, { ...LETTER, ...change })).toBe(same);
  expect(isSamePersonAndMatter({ ...LETTER, ...change }, LETTER)).toBe(same);
  expect(earlierDuplicates([LETTER, { ...LETTER, ...change }]).get(1)).toBe(same ? 0 : undefined);
});

test('a third letter points at the first, not at the second', () => {
  expect([...earlierDuplicates([LETTER, LETTER, LETTER])]).toEqual([
    [1, 0],
    [2, 0],
  ]);
});

test('a letter that shares only what the second one added points at the second', () => {
  const moved = { ...LETTER, phoneDigits: '13800000002', address: '新住址' };
  const later = { ...moved, idNumber: null, idNumberSound: false };
  expect([...earlierDuplicates([LETTER, moved, later])]).toEqual([
    [1, 0],
    [2, 1],
  ]);
});

test.each([
  [
    'of different people',
    (at: number) => ({ ...LETTER, idNumber: `${at}`, phoneDigits: `${at}`, address: `${at}` }),
    0,
  ],
  ['of one person', () => LETTER, 19_999],
  ['of one name under many ID numbers', (at: number) => ({ ...LETTER, idNumber: `${at}` }), 0],
])('twenty thousand rows %s are compared, though not each with each', (_, build, duplicates) => {
  const rows = Array.from({ length: 20_000 }, (_, at) => build(at));
  expect(earlierDuplicates(rows).size).toBe(duplicates);
});
