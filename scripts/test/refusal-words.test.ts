import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ERROR_CODES } from '@everyletter/petitions/error-codes';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const REFUSAL = /new (?:Invalid|NotFound|RuleBroken|Conflict|Forbidden)\(\s*'(\w+)'/g;
const LANGUAGES = ['zh-CN', 'en'];

test.each(LANGUAGES)('every refusal of the petitions has its sentence in %s', (language) => {
  expect(unsaid(ERROR_CODES, language)).toEqual([]);
});

test.each(LANGUAGES)('every refusal of the other subgraphs has its sentence in %s', (language) => {
  const codes = ['roster', 'stations', 'mediation'].flatMap(refusalsOf);
  expect(codes).toContain('DAYS_TOO_MANY');
  expect(unsaid(codes, language)).toEqual([]);
});

function unsaid(codes: readonly string[], language: string): string[] {
  const { errors } = JSON.parse(readFileSync(new URL(`admin-ui/src/text/${language}.json`, root), 'utf8'));
  return codes.filter((code) => typeof errors[code] !== 'string' || errors[code] === '');
}

function refusalsOf(service: string): string[] {
  const files = globSync(`services/${service}/src/**/*.ts`, { cwd: fileURLToPath(root) });
  const texts = files
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, root), 'utf8'));
  return [...texts.join('\n').matchAll(REFUSAL)].map(([, code]) => code as string);
}
