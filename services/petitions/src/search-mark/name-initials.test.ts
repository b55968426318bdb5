import { expect, test } from 'vitest';
import { nameInitials } from './name-initials.ts';
import { initialsFit } from './rules/initials.ts';

test.each([
  ['单晓燕', ['sxy', 'dxy']],
  ['曾国强', ['zgq', 'cgq']],
  ['解放', ['xf', 'jf']],
  ['仇英', ['qy', 'cy']],
  ['尉迟恭', ['ycg', 'wcg']],
  ['阿卜杜拉·买买提', ['abdl', 'mmt', 'lm']],
  ['John李', ['john', 'nl']],
])('%s is found by %j', (name, asked) => {
  for (const letters of asked) expect(initialsFit(nameInitials(name), letters)).toBe(true);
});

test('a character without a reading is passed over', () => {
  expect(nameInitials('曹𠮷')).toEqual([['c']]);
});
