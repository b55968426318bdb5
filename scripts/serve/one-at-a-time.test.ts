import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '@everyletter/kit/embedded-postgres';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimFolder, isAlive } from './one-at-a-time.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'everyletter-claim-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

/** A process that is alive for as long as the test wants. */
function somebody() {
  return spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
}

test('a folder another process serves from is refused by its number', async () => {
  const other = somebody();
  const birth = (await readFile(`/proc/${other.pid}/stat`, 'utf8')).replace(/^.*\) /s, '').split(' ')[19];
  await writeFile(path.join(dataDir, 'everyletter.pid'), `${other.pid} ${birth}\n`);
  await expect(claimFolder(dataDir)).rejects.toThrow(`process ${other.pid} is serving`);
  other.kill();
  await once(other, 'exit');
  const giveBack = await claimFolder(dataDir);
  expect(await readFile(path.join(dataDir, 'everyletter.pid'), 'utf8')).toMatch(new RegExp(`^${process.pid} \\d+\n$`));
  await giveBack();
});

test('a number that was given to a later process holds nothing', async () => {
  const other = somebody();
  await writeFile(path.join(dataDir, 'everyletter.pid'), `${other.pid} 1\n`);
  await (await claimFolder(dataDir))();
  other.kill();
});

test('a server left behind is stopped, and nothing it had promised is lost', async () => {
  const options = { dataDir: path.join(dataDir, 'postgres'), password: 'left behind', durable: true };
  await chmod(dataDir, 0o755);
  const left = await startPostgres(options);
  const client = new pg.Client(`${left.url}/postgres`);
  client.on('error', () => {});
  await client.connect();
  await client.query('create table kept as select 1 as one');
  const orphan = Number.parseInt(await readFile(path.join(options.dataDir, 'postmaster.pid'), 'utf8'), 10);
  const giveBack = await claimFolder(dataDir);
  expect(isAlive(orphan)).toBe(false);
  const again = await startPostgres(options);
  const reader = new pg.Client(`${again.url}/postgres`);
  await reader.connect();
  expect((await reader.query('select one from kept')).rows).toEqual([{ one: 1 }]);
  await reader.end();
  await again.stop();
  await giveBack();
});

test('a number that now belongs to another program is left alone', async () => {
  const other = somebody();
  await mkdir(path.join(dataDir, 'postgres'));
  await writeFile(path.join(dataDir, 'postgres', 'postmaster.pid'), `${other.pid}\n`);
  await claimFolder(dataDir);
  expect(isAlive(other.pid ?? 0)).toBe(true);
  other.kill();
});
