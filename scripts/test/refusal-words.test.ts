import { readFileSync } from 'node:fs';
import { ERROR_CODES } from '@everyletter/petitions/error-codes';
import { expect, test } from 'vitest';

const text = new URL('../../admin-ui/src/text/', import.meta.url);

test.each(['zh-CN', 'en'])('every refusal of the petitions has its sentence in %s', (language) => {
  const { errors } = JSON.parse(readFileSync(new URL(`${language}.json`, text), 'utf8'));
  expect(ERROR_CODES.filter((code) => typeof errors[code] !== 'string' || errors[code] === '')).toEqual([]);
});
