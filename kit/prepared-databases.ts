import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** Names the folder of one test run; without it nothing is prepared. */
const FOLDER = 'EVERYLETTER_PREPARED_DATABASES';
const PASSWORD_FILE = 'everyletter-password';
const WAIT_MS = 90_000;
const LOOK_MS = 50;

const run = promisify(execFile);

/** Where test data lives: in memory where the machine allows it. */
export const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** For the test runner: made before the first test file, removed after the last. */
export async function setup(): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await mkdtemp(path.join(memory, 'everyletter-prepared-'));
  await chmod(folder, 0o711); // The server does not run as root and must pass through.
  // biome-ignore lint/style/noProcessEnv: how the runner tells its workers
  process.env[FOLDER] = folder;
}

export async function teardown(): Promise<void> {
  const folder = preparedFolder();
  if (folder) await rm(folder, { recursive: true, force: true });
}

/**
 * Fills `dataDir` with the files of a stopped server that `build` made; the first asker builds it, all others copy.
 * Answers the password its roles have.
 * @throws Error when it was not built in time
 */
export async function copyPrepared(
  key: string,
  dataDir: string,
  build: (dataDir: string) => Promise<string>,
): Promise<string | null> {
  const folder = preparedFolder();
  if (!folder) return null;
  const ready = path.join(folder, key);
  if (await isFirst(`${ready}.building`)) await prepare(ready, build);
  for (let waited = 0; !existsSync(ready); waited += LOOK_MS) {
    if (waited > WAIT_MS || existsSync(`${ready}.failed`)) throw new Error(`The database ${key} was not prepared`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  // With its owner, who is not the one who copies.
  await run('cp', ['-a', `${ready}/.`, dataDir]);
  return readFile(`${ready}.${PASSWORD_FILE}`, 'utf8');
}

async function prepare(ready: string, build: (dataDir: string) => Promise<string>): Promise<void> {
  const dataDir = `${ready}.data`;
  try {
    await writeFile(`${ready}.${PASSWORD_FILE}`, await build(dataDir));
    await rename(dataDir, ready);
  } catch (error) {
    await writeFile(`${ready}.failed`, '');
    throw error;
  }
}

function isFirst(lock: string): Promise<boolean> {
  return mkdir(lock).then(
    () => true,
    () => false,
  );
}

function preparedFolder(): string | undefined {
  // biome-ignore lint/style/noProcessEnv: set by `setup` for this run alone
  return process.env[FOLDER];
}
