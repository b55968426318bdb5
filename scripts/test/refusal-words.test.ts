import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SHEET_CODES } from '@everyletter/kit/sheet';
import { ERROR_CODES as mediationCodes } from '@everyletter/mediation/error-codes';
import { ERROR_CODES as petitionsCodes } from '@everyletter/petitions/error-codes';
import { ERROR_CODES as rosterCodes } from '@everyletter/roster/error-codes';
import { ERROR_CODES as stationsCodes } from '@everyletter/stations/error-codes';
import { describe, expect, test } from 'vitest';
import { keysOf, wordFiles } from './word-files.ts';

const root = new URL('../../', import.meta.url);
const REFUSAL = /new (?:Invalid|NotFound|RuleBroken|Conflict|Forbidden)\(\s*'(\w+)'/g;
const LANGUAGES = ['zh-CN', 'en'];

const CODES: readonly [service: string, codes: readonly string[]][] = [
  ['petitions', petitionsCodes],
  ['roster', rosterCodes],
  ['stations', stationsCodes],
  ['mediation', mediationCodes],
];

describe.each(CODES)('every refusal of %s', (service, codes) => {
  test('stands in its error-codes.ts', () => {
    expect(refusalsOf(service).filter((code) => !codes.includes(code))).toEqual([]);
  });

  test.each(LANGUAGES)('has its sentence in %s', (language) => {
    expect(unsaid(codes, language)).toEqual([]);
  });
});

test.each(LANGUAGES)('every refusal of the gateway has its sentence in %s', (language) => {
  const codes = codesIn('gateway/src', /new Refusal\(\s*\d{3},\s*'(\w+)'|refuseAbove\('(\w+)'/g);
  expect(codes.length).toBeGreaterThan(30);
  expect(unsaid(codes, language)).toEqual([]);
});

test.each(LANGUAGES)('every refusal of a table handed in as a file has its sentence in %s', (language) => {
  expect(unsaid(SHEET_CODES, language)).toEqual([]);
});

test('a refusal is found where it is thrown', () => {
  expect(refusalsOf('petitions').length).toBeGreaterThan(50);
  expect(refusalsOf('roster')).toContain('DAYS_TOO_MANY');
});

function unsaid(codes: readonly string[], language: string): string[] {
  const said = new Set([...wordFiles(language).values()].flatMap((words) => keysOf(words)));
  return codes.filter((code) => !said.has(`errors.${code}`));
}

function refusalsOf(service: string): string[] {
  return codesIn(`services/${service}/src`, REFUSAL);
}

function codesIn(folder: string, refusal: RegExp): string[] {
  const files = globSync(`${folder}/**/*.ts`, { cwd: fileURLToPath(root) });
  const texts = files
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => readFileSync(new URL(file, root), 'utf8'));
  return [...texts.join('\n').matchAll(refusal)].map(([, ...codes]) => codes.find(Boolean) as string);
}
