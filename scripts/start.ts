import { spawnSync } from 'node:child_process';
import { ConfigError } from '@everyletter/kit/config';
import { step } from './serve/progress.ts';
import { readSettings } from './serve/settings.ts';

/** Variables of the build tool that keep it quiet and at home. */
const QUIET = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' };

/** Builds what changed, then serves. A bad setting is refused before anything is built. */
async function main(): Promise<void> {
  readSettings(process.env);
  await step('build', async () => build());
  await import(new URL('./dist/everyletter.mjs', import.meta.url).href);
}

function build(): void {
  const options = ['run', 'build', '--output-logs=errors-only', '--log-prefix=none'];
  const { status, stdout, stderr } = spawnSync('turbo', options, {
    env: { ...process.env, ...QUIET },
    encoding: 'utf8',
  });
  if (status === 0) return;
  console.error(`\n${stdout}${stderr}`);
  throw new Error('The build failed');
}

try {
  await main();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
