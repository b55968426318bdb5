import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { watch } from 'rolldown';
import product from './build/rolldown.config.ts';
import { readSettings } from './serve/settings.ts';

const PROGRAM = fileURLToPath(new URL('./dist/everyletter.mjs', import.meta.url));

/** Serves from the sources: the product is built and started again when one changes, the application reloads itself. */
async function main(): Promise<void> {
  const { publicUrl } = readSettings(process.env);
  const application = spawn('npm', ['exec', '--workspace=admin-ui', '--', 'vite'], {
    stdio: 'inherit',
    env: { ...process.env, GATEWAY_URL: publicUrl },
  });
  let running: ChildProcess | null = null;
  const restart = async () => {
    await stop(running);
    running = spawn(process.execPath, ['--enable-source-maps', PROGRAM], { stdio: 'inherit' });
  };
  let restarted = Promise.resolve();
  const watcher = watch({ ...product, output: { ...product.output, cleanDir: false } });
  watcher.on('event', (event) => {
    if (event.code === 'END') restarted = restarted.then(restart);
    if (event.code === 'ERROR') console.error(event.error);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, async () => {
      await watcher.close();
      application.kill();
      await stop(running);
      process.exit(0);
    });
  }
}

async function stop(child: ChildProcess | null): Promise<void> {
  if (!child || child.exitCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

await main();
