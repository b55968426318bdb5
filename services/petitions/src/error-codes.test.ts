import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ERROR_CODES } from './error-codes.ts';

const HERE = import.meta.dirname;
const KIT = path.join(HERE, '../../../kit');
/** A coded error, or one of the two functions that throw the code they are given. */
const REFUSAL =
  /new (?:Invalid|NotFound|RuleBroken|Conflict|Forbidden)\(\s*'(\w+)'|assertState\(\s*'\w+',\s*'(\w+)'|authorize\([^;]*?,\s*'(\w+)'\s*\)/g;
/** A ledger names the state it is in. */
const COMPOSED = /^LEDGER_(?:READING|APPLYING|APPLIED|DISCARDED|FAILED)$/;

function refusalsIn(folder: string): Set<string> {
  const files = globSync('**/*.ts', { cwd: folder }).filter((file) => !file.endsWith('.test.ts'));
  const text = files.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n');
  return new Set([...text.matchAll(REFUSAL)].map(([, ...codes]) => codes.find(Boolean) as string));
}

test('every refusal thrown here is in the list', () => {
  const thrown = refusalsIn(HERE);
  expect(thrown.size).toBeGreaterThan(50);
  const listed = new Set<string>(ERROR_CODES);
  expect([...thrown].filter((code) => !listed.has(code))).toEqual([]);
});

test('nothing is in the list that nobody throws', () => {
  const thrown = new Set([...refusalsIn(HERE), ...refusalsIn(KIT), 'DOCUMENT_INVALID', 'INTERNAL']);
  expect(ERROR_CODES.filter((code) => !thrown.has(code) && !COMPOSED.test(code))).toEqual([]);
});

test('no code is listed twice', () => {
  expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length);
});
