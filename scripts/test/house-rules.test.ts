import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { brokenHouseRules, type SourceFile } from './house-rules.ts';

const root = new URL('../../', import.meta.url);
/** What others wrote, and what is no text. */
const NOT_OURS = /^package-lock\.json$|\.(?:png|svg|csv|ico|woff2?|docx?|xlsx|pdf)$/;
/** This file plants what it forbids. */
const THESE = /^scripts\/test\/house-rules(?:\.test)?\.ts$/;

test('the repository keeps the rules of the house', () => {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: fileURLToPath(root), encoding: 'utf8' });
  const paths = tracked.split('\0').filter((path) => path && !NOT_OURS.test(path) && !THESE.test(path));
  expect(paths.length).toBeGreaterThan(400);
  expect(brokenHouseRules(paths.flatMap(read))).toEqual([]);
});

/** Nothing for a file that is tracked but deleted on disk. */
function read(path: string): SourceFile[] {
  const file = new URL(path, root);
  return existsSync(file) ? [{ path, text: readFileSync(file, 'utf8') }] : [];
}

const lines = (count: number) => 'export const line = 1;\n'.repeat(count);

test.each([
  ['too long', 'kit/long.ts', lines(301)],
  ['too long', 'admin-ui/src/Long.vue', lines(251)],
  ['a name that says nothing', 'kit/utils/days.ts', ''],
  ['a name that says nothing', 'kit/helpers.ts', ''],
  ['a name that says nothing', 'services/petitions/src/common/text.ts', ''],
  ['unfinished', 'kit/one.ts', '// TODO: count the days'],
  ['unfinished', 'kit/one.ts', '// good enough for now'],
  ['a path of one machine', 'README.md', 'see /tmp/notes.md'],
  ['a path of one machine', 'scripts/one.ts', "const dir = '/home/ann/everyletter';"],
  ['a rule with a clock', 'services/petitions/src/clock/rules/due.ts', 'const today = new Date();'],
  ['a rule with a clock or with chance', 'services/petitions/src/clock/rules/due.ts', 'Math.random()'],
])('%s: %s is told', (says, path, text) => {
  expect(brokenHouseRules([{ path, text }])).toEqual([expect.stringContaining(`${path}: ${says}`)]);
});

test.each([
  ['kit/long.ts', lines(300)],
  ['kit/commonplace.ts', ''],
  ['services/petitions/src/clock/rules/due.ts', 'new Date(Date.parse(day))'],
  ['services/petitions/src/clock/rules/due.test.ts', 'Date.now()'],
])('%s as it may be passes', (path, text) => {
  expect(brokenHouseRules([{ path, text }])).toEqual([]);
});
