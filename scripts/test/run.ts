import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** One line of the house's guard: a command that must exit with 0. */
interface Check {
  readonly title: string;
  readonly command: readonly [string, ...string[]];
}

/** The folders with TypeScript of their own; an empty one has no types to check. */
const WORKSPACES = ['kit', 'scripts', 'gateway', ...globSync('services/*')].filter(
  (workspace) => globSync(`${workspace}/**/*.ts`, { exclude: (name) => name === 'node_modules' }).length > 0,
);

const CHECKS: readonly Check[] = [
  { title: 'format and lint', command: ['biome', 'ci', '--log-level=warn', '.'] },
  ...WORKSPACES.map(
    (workspace): Check => ({ title: `types of ${workspace}`, command: ['tsc', '--noEmit', '-p', workspace] }),
  ),
  { title: 'types of admin-ui', command: ['npm', 'run', '--silent', 'typecheck', '--workspace=admin-ui'] },
  {
    title: 'import law',
    command: [
      'depcruise',
      '--config',
      '.dependency-cruiser.cjs',
      'kit',
      'services',
      'gateway',
      'scripts',
      'admin-ui/src',
      'admin-ui/e2e',
    ],
  },
  { title: 'unused code', command: ['knip', '--no-progress'] },
  { title: 'schema drift', command: ['node', '--import', '@oxc-node/core/register', 'scripts/schema/check-drift.ts'] },
];

/** Totals over the checks and every test; the process fails when anything failed or nothing ran. */
function main(): void {
  const outcomes = CHECKS.map(runCheck);
  const tests = runTests();
  const passed = outcomes.filter(Boolean).length + tests.passed;
  const failed = outcomes.filter((ok) => !ok).length + tests.failed;
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && tests.passed > 0 ? 0 : 1);
}

function runCheck({ title, command: [program, ...options] }: Check): boolean {
  const { status } = spawnSync(program, options, { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${title}`);
  return status === 0;
}

function runTests(): { passed: number; failed: number } {
  const report = path.join(tmpdir(), `everyletter-tests-${process.pid}.json`);
  const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync('vitest', options, { stdio: 'inherit' });
  try {
    const totals = JSON.parse(readFileSync(report, 'utf8'));
    const failed = totals.numFailedTests + brokenFiles(totals.testResults);
    return { passed: totals.numPassedTests, failed: status === 0 ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Files that failed before any of their tests could. */
function brokenFiles(files: readonly { status: string; assertionResults: readonly { status: string }[] }[]): number {
  const hasFailedTest = (results: readonly { status: string }[]) => results.some(({ status }) => status === 'failed');
  return files.filter(({ status, assertionResults }) => status === 'failed' && !hasFailedTest(assertionResults)).length;
}

main();
