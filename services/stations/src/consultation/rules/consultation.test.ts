import { expect, test } from 'vitest';
import { checkMayOverride, checkMayRecord } from './consultation-state.ts';
import { maskedName, nameKey } from './party-name.ts';

test.each([
  ['阿依努尔·买买提', '阿依努尔•买买提'],
  ['张 三', '张三'],
  ['ＡＢＣ公司', 'abc公司'],
])('%s and %s are one name', (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other));
});

test('a masked name shows its first character', () => {
  expect(maskedName('欧阳平')).toBe('欧＊＊');
  expect(maskedName('𠮷')).toBe('𠮷＊');
});

test('a conflict blocks until another officer overrides it', () => {
  expect(() => checkMayRecord('BLOCKED')).toThrow('CONSULTATION_BLOCKED');
  expect(() => checkMayOverride('BLOCKED', 'a', 'a')).toThrow('OVERRIDE_BY_ANOTHER');
  expect(() => checkMayOverride('BLOCKED', 'a', 'b')).not.toThrow();
  expect(() => checkMayOverride('OPEN', 'a', 'b')).toThrow('CONSULTATION_NOT_BLOCKED');
  expect(() => checkMayRecord('DONE')).toThrow('CONSULTATION_DONE');
  expect(() => checkMayRecord('OPEN')).not.toThrow();
});
