import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
let planted: string;

beforeEach(() => {
  planted = mkdtempSync(path.join(tmpdir(), 'everyletter-law-'));
  symlinkSync(path.join(root, 'node_modules'), path.join(planted, 'node_modules'));
  write('tsconfig.json', '{"compilerOptions":{"allowImportingTsExtensions":true,"noEmit":true}}');
});
afterEach(() => rmSync(planted, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(planted, file)), { recursive: true });
  writeFileSync(path.join(planted, file), text);
}

function broken(): string {
  const program = path.join(root, 'node_modules', '.bin', 'depcruise');
  const options = ['--config', path.join(root, '.dependency-cruiser.cjs'), '--output-type', 'err', '.'];
  return spawnSync(program, options, { cwd: planted, encoding: 'utf8' }).stdout;
}

/** The offending file, what it may not import, and the rule that must say so. */
test.each([
  ['rules-are-pure', 'services/a/src/clock/rules/count.ts', 'services/a/src/clock/clock.entity.ts'],
  ['services-never-import-each-other', 'services/a/src/one.ts', 'services/b/src/two.ts'],
  ['kit-knows-nobody', 'kit/one.ts', 'services/b/src/two.ts'],
  ['schema-is-the-only-contract', 'gateway/src/one.ts', 'services/b/src/two.ts'],
  ['schema-is-the-only-contract', 'admin-ui/src/One.vue', 'services/b/src/two.ts'],
  ['stories-know-only-addresses', 'admin-ui/e2e/one.ts', 'admin-ui/src/two.ts'],
  ['src-never-imports-tests', 'services/a/src/one.ts', 'services/a/test/build.ts'],
])('%s fails on a planted violation', (rule, from, to) => {
  write(to, 'export const thing = 1;\n');
  const line = `import { thing } from '${path.relative(path.dirname(from), to).replace(/^(?!\.)/, './')}';\n`;
  write(
    from,
    from.endsWith('.vue') ? `<script setup lang="ts">\n${line}</script>` : `${line}export const other = thing;\n`,
  );
  expect(broken()).toContain(rule);
});

test('graphql-stays-at-the-edge fails on a planted violation', () => {
  write('services/a/src/one.repository.ts', "import { parse } from 'graphql';\nexport const read = parse;\n");
  expect(broken()).toContain('graphql-stays-at-the-edge');
});

test('no-circular fails on a planted violation', () => {
  write('kit/one.ts', "import { two } from './two.ts';\nexport const one = () => two;\n");
  write('kit/two.ts', "import { one } from './one.ts';\nexport const two = () => one;\n");
  expect(broken()).toContain('no-circular');
});

test('a lawful tree passes', () => {
  write('kit/time.ts', 'export const day = 1;\n');
  write(
    'services/a/src/clock/rules/count.ts',
    "import { day } from '../../../../../kit/time.ts';\nexport const two = day;\n",
  );
  expect(broken()).not.toContain('error');
});
