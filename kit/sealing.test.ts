import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { InstitutionKeys, newDataKey, seal, sealBytes, unseal, unsealBytes } from './sealing.ts';

const keys = new InstitutionKeys(randomBytes(32));

test('a sealed value opens only under its key and in its place', () => {
  const key = newDataKey();
  const sealed = seal('曹𠮷', key, 'petition.name:1');
  expect(unseal(sealed, key, 'petition.name:1')).toBe('曹𠮷');
  expect(sealed.includes(Buffer.from('曹𠮷'))).toBe(false);
  expect(() => unseal(sealed, key, 'petition.name:2')).toThrow();
  expect(() => unseal(sealed, newDataKey(), 'petition.name:1')).toThrow();
});

test('a file comes back byte for byte', () => {
  const key = newDataKey();
  const file = randomBytes(1000);
  expect(unsealBytes(sealBytes(file, key, 'attachment_content.sealed:1'), key, 'attachment_content.sealed:1')).toEqual(
    file,
  );
});

test('a changed byte is noticed', () => {
  const key = newDataKey();
  const sealed = seal('王勤', key, 'petition.name:1');
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  expect(() => unseal(sealed, key, 'petition.name:1')).toThrow();
});

test('a data key is wrapped for one institution and one record', () => {
  const dataKey = newDataKey();
  const wrapped = keys.wrap(dataKey, 'a', 'record');
  expect(keys.unwrap(wrapped, 'a', 'record')).toEqual(dataKey);
  expect(() => keys.unwrap(wrapped, 'b', 'record')).toThrow();
});

test('equal values give equal blind indexes within an institution and column only', () => {
  expect(keys.blindIndex('13900000017', 'a', 'phone')).toEqual(keys.blindIndex('13900000017', 'a', 'phone'));
  expect(keys.blindIndex('13900000017', 'a', 'phone')).not.toEqual(keys.blindIndex('13900000017', 'b', 'phone'));
  expect(keys.blindIndex('13900000017', 'a', 'phone')).not.toEqual(keys.blindIndex('13900000017', 'a', 'id'));
});

test('the pairs of a fragment are among the pairs of the whole name', () => {
  const whole = keys.blindPairs('阿卜杜拉·买买提', 'a', 'name');
  expect(whole).toEqual(expect.arrayContaining(keys.blindPairs('杜拉', 'a', 'name')));
  expect(keys.blindPairs('曹𠮷', 'a', 'name')).toHaveLength(1);
});
