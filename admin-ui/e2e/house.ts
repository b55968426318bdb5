import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** From nothing to ready with the whole demonstration loaded, on a slow machine. Milliseconds. */
const START_MS = 300_000;
/** In memory where the machine allows it: what a story writes nobody misses. */
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A running product with a data folder of its own. */
export interface House {
  /** Where it answers, e.g. `http://localhost:41234`. */
  readonly origin: string;
  /** Leaves nothing behind. */
  stop(): Promise<void>;
}

/** Starts the product as its users do: `npm start`, on a free port. */
export async function startHouse(dataDir: string, demo: '0' | '1'): Promise<House> {
  const port = await freePort();
  const product = command(['start'], { PORT: String(port), DATA_DIR: dataDir, DEMO: demo });
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
  return { origin: `http://localhost:${port}`, stop };
}

export async function emptyDataDir(): Promise<string> {
  const dataDir = await mkdtemp(path.join(FOLDER, 'everyletter-e2e-'));
  await chmod(dataDir, 0o755); // PostgreSQL runs as another user when root starts it.
  return dataDir;
}

/** One of the root commands, e.g. `['db', 'migrate']`. */
export function command(words: readonly string[], change: Readonly<Record<string, string>>): ChildProcess {
  const { NODE_ENV: _, ...env } = process.env; // The test runner's own; whoever types `npm start` has none.
  return spawn(process.execPath, ['scripts/bootstrap.mjs', ...words], {
    cwd: ROOT,
    env: { ...env, ...change },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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
