import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError } from '@everyletter/kit/config';

/** How long an orphaned server may take to finish. Milliseconds. */
const STOP_MS = 10_000;

/**
 * Claims the data folder for this process. A start after `kill -9` finds the file of a process that is gone, and
 * perhaps its PostgreSQL still running: that one is asked to stop, so that ours can take the folder over.
 * @returns what gives the folder back
 * @throws ConfigError when another start of the product holds it
 */
export async function claimFolder(dataDir: string): Promise<() => Promise<void>> {
  const file = path.join(dataDir, 'everyletter.pid');
  await mkdir(dataDir, { recursive: true });
  const [holder, bornAt] = (await readFile(file, 'utf8').catch(() => '')).trim().split(' ');
  if (holder && Number(holder) !== process.pid && isAlive(Number(holder)) && (await birthOf(holder)) === bornAt) {
    throw new ConfigError([`DATA_DIR: process ${holder} is serving from this folder; stop it, or name another folder`]);
  }
  await stopOrphan(path.join(dataDir, 'postgres', 'postmaster.pid'));
  await writeFile(file, `${process.pid} ${await birthOf(process.pid)}\n`);
  return () => rm(file, { force: true });
}

/** When a process began, in ticks since the machine did: tells it from a later one of the same number. Linux only. */
async function birthOf(processId: number | string): Promise<string> {
  const stat = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => '');
  return stat.replace(/^.*\) /s, '').split(' ')[19] ?? '-';
}

async function stopOrphan(pidFile: string): Promise<void> {
  const orphan = await firstNumber(pidFile);
  if (!orphan || !isAlive(orphan)) return;
  if (!(await isPostgres(orphan))) return;
  process.kill(orphan, 'SIGINT');
  const deadline = Date.now() + STOP_MS;
  while (isAlive(orphan) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** A number may have been given to another program since. Where there is no /proc, the file is believed. */
function isPostgres(processId: number): Promise<boolean> {
  return readFile(`/proc/${processId}/cmdline`, 'utf8').then(
    (command) => command.includes('postgres'),
    () => process.platform !== 'linux',
  );
}

/** The first line of a file as a number; `null` when there is none. */
async function firstNumber(file: string): Promise<number | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const number = Number.parseInt(text, 10);
  return Number.isSafeInteger(number) ? number : null;
}

/** Whether a process of that number runs, whoever owns it. */
export function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
