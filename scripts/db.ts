import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigError } from '@everyletter/kit/config';
import { deadLetters } from '@everyletter/kit/queues';
import { rebuildTallies, reconcileTallies } from '@everyletter/petitions/report/reconcile-tallies';
import pg from 'pg';
import { verifiedHeads } from './audit/signed-heads.ts';
import { verifyChains } from './audit/verify-chains.ts';
import { foundOffice } from './found-office/found-office.ts';
import { askForOffice } from './found-office/office-options.ts';
import { generateNation, readNationSize } from './generate/generate-nation.ts';
import { makeIntakeKey, makeReporterKey, readKeyOptions } from './reporter-key/reporter-key.ts';
import { type Database, openServer } from './serve/database.ts';
import { isAlive } from './serve/one-at-a-time.ts';
import { counter } from './serve/progress.ts';
import { loadSecrets, type Secrets } from './serve/secrets.ts';
import { readSettings, type Settings } from './serve/settings.ts';
import { openIdentity } from './serve/start-gateway.ts';
import { migrateAll } from './serve/start-services.ts';

interface Setting {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly database: Database;
}

type Work = (setting: Setting) => Promise<void>;

/** `npm run db -- <command>`; the same variables as `npm start`. Options are read before the database is opened. */
const COMMANDS: Readonly<Record<string, (options: readonly string[]) => Work | Promise<Work>>> = {
  migrate:
    () =>
    ({ database, secrets }) =>
      migrateAll(database, secrets),
  'verify-audit': () => verifyAudit,
  'found-office': foundOfficeByConsole,
  'reporter-key': (options) => keyByConsole(options, makeReporterKey),
  'intake-key': (options) => keyByConsole(options, makeIntakeKey),
  'dead-letters': () => listDeadLetters,
  reconcile: reconcileByConsole,
  generate: generateByConsole,
};

/** Makes the first institution of an installation without the demo, and prints what its administrators sign in with. */
async function foundOfficeByConsole(options: readonly string[]): Promise<Work> {
  const office = await askForOffice(options);
  return async ({ database, secrets }) => {
    await migrateAll(database, secrets);
    const accounts = await foundOffice(database.ownerUrl, office, new Date());
    console.log(`已设立 / founded: ${office.name}`);
    for (const { role, email, oneTimePassword } of accounts) console.log(`  ${role}  ${email}  ${oneTimePassword}`);
    console.log('一次性密码只显示这一次，首次登录时须更换 / shown only now, to be changed at the first sign-in');
  };
}

/** Prints a new key, the only time it can be read. */
function keyByConsole(options: readonly string[], make: typeof makeReporterKey): Work {
  const wanted = readKeyOptions(options);
  return async ({ database, secrets, settings }) => {
    const identity = openIdentity(database, secrets, settings);
    try {
      console.log(await make(identity, wanted));
    } finally {
      await identity.pool.end();
    }
  };
}

/** Says of every chain whether it is whole; fails when one is not. */
async function verifyAudit({ database, secrets, settings }: Setting): Promise<void> {
  const client = new pg.Client(database.ownerUrl);
  await client.connect();
  try {
    const heads = await verifiedHeads(settings.auditHeadsFile, secrets.auditPublicKey);
    const findings = await verifyChains(client, heads);
    for (const { schema, institutionId, entries, brokenAt } of findings) {
      console.log(
        `${brokenAt === null ? 'whole ' : 'BROKEN'} ${schema} ${institutionId}: ${entries} entries${brokenAt === null ? '' : `, first unfit ${brokenAt}`}`,
      );
    }
    console.log(`${findings.length} chains, ${heads.length} signed heads`);
    if (findings.some(({ brokenAt }) => brokenAt !== null)) process.exitCode = 1;
  } finally {
    await client.end();
  }
}

/** Says whether the figures' tallies are what the petitions say; fails when not, unless `--repair` counts them again. */
function reconcileByConsole(options: readonly string[]): Work {
  const unknown = options.filter((option) => option !== '--repair');
  if (unknown.length > 0) throw new ConfigError(unknown.map((option) => `${option}: there is only --repair`));
  return async ({ database }) => {
    const client = new pg.Client(database.ownerUrl);
    await client.connect();
    try {
      const { petitions, differences } = await reconcileTallies(client);
      for (const { institutionId, below, kind, tooMany } of differences) {
        console.log([institutionId, below ? 'below' : 'own', JSON.stringify(kind), tooMany].join('  '));
      }
      console.log(
        `核对 ${petitions} 件，不符 ${differences.length} 类 / ${petitions} petitions, ${differences.length} kinds differ`,
      );
      if (differences.length > 0 && options.includes('--repair')) await rebuildTallies(client);
      else if (differences.length > 0) process.exitCode = 1;
    } finally {
      await client.end();
    }
  };
}

/** Fills the installation with a nation for measuring, and prints who may sign in to look at it. */
function generateByConsole(options: readonly string[]): Work {
  const size = readNationSize(options);
  return async ({ database, secrets }) => {
    await migrateAll(database, secrets);
    const place = {
      ownerUrl: database.ownerUrl,
      keys: secrets.institutionKeys,
      now: new Date(),
      onProgress: counter(),
    };
    const accounts = await generateNation(size, place);
    console.log('');
    for (const { institution, email, oneTimePassword } of accounts) {
      console.log(`  ${institution}  ${email}  ${oneTimePassword}`);
    }
  };
}

/** Every job that failed for good, a line each: queue, id, institution, when, error code. */
async function listDeadLetters({ database }: Setting): Promise<void> {
  const letters = await deadLetters(database.ownerUrl);
  for (const { queue, id, institutionId, at, code } of letters) {
    console.log([queue, id, institutionId, at.toISOString(), code].join('  '));
  }
  console.log(`死信 ${letters.length} 件 / ${letters.length} dead letters`);
}

/** The embedded server of a running product, when there is one; else it is started for the time of the command. */
async function openDatabase(settings: Settings, secrets: Secrets): Promise<Database> {
  if (settings.databaseUrl) return openServer(settings, secrets);
  const pidFile = path.join(settings.dataDir, 'postgres', 'postmaster.pid');
  const lines = await readFile(pidFile, 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  );
  const [pid, , , port] = lines;
  if (!port || !isAlive(Number(pid))) return openServer(settings, secrets);
  const password = encodeURIComponent(secrets.passwordOf('postgres'));
  return { ownerUrl: `postgresql://postgres:${password}@127.0.0.1:${port}/everyletter`, stop: async () => {} };
}

async function main(): Promise<void> {
  const name = process.argv[2] ?? '';
  const command = COMMANDS[name];
  if (!command) throw new ConfigError([`"${name}" is no command; there are: ${Object.keys(COMMANDS).join(', ')}`]);
  const settings = readSettings(process.env);
  const work = await command(process.argv.slice(3));
  const secrets = await loadSecrets(settings.dataDir);
  const database = await openDatabase(settings, secrets);
  try {
    await work({ settings, secrets, database });
  } finally {
    await database.stop();
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});
