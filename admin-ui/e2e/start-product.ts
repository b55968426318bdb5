import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the product of this run answers, e.g. `http://localhost:41234`. */
    origin: string;
  }
}

/** From nothing to ready with the whole demonstration loaded, on a slow machine. Milliseconds. */
const START_MS = 300_000;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Starts the product once for all stories, as its users do: `npm start`, with an empty data folder and a free port.
 * With `E2E_ORIGIN` the stories visit a house that is already running.
 */
export default async function startProduct({ provide }: TestProject): Promise<() => Promise<void>> {
  const running = process.env.E2E_ORIGIN;
  if (running) {
    provide('origin', running);
    return async () => {};
  }
  const dataDir = await mkdtemp(path.join(tmpdir(), 'everyletter-e2e-'));
  await chmod(dataDir, 0o755); // PostgreSQL runs as another user when root starts it.
  const port = await freePort();
  const { NODE_ENV: _, ...env } = process.env; // The test runner's own; whoever types `npm start` has none.
  const product = spawn(process.execPath, ['scripts/bootstrap.mjs', 'start'], {
    cwd: ROOT,
    env: { ...env, PORT: String(port), DATA_DIR: dataDir, DEMO: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    await stopped(product);
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await untilReady(product);
  } catch (error) {
    await stop();
    throw error;
  }
  provide('origin', `http://localhost:${port}`);
  return stop;
}

function untilReady(product: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Not ready in time. It said:\n${said}`)), START_MS);
    const listen = (chunk: Buffer) => {
      said += chunk;
      if (!said.includes('EveryLetter ready at')) return;
      clearTimeout(timer);
      resolve();
    };
    product.stdout?.on('data', listen);
    product.stderr?.on('data', listen);
    product.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The product stopped with ${code}. It said:\n${said}`));
    });
  });
}

async function stopped(product: ChildProcess): Promise<void> {
  if (product.exitCode !== null || product.signalCode !== null) return;
  const exit = new Promise((resolve) => product.once('exit', resolve));
  product.kill('SIGTERM');
  await exit;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
