import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startPostgres } from '@everyletter/kit/embedded-postgres';
import { migrateService, roleOf, urlAs } from '@everyletter/kit/migrate';
import { prepareJobs } from '@everyletter/kit/queues';
import { InstitutionKeys } from '@everyletter/kit/sealing';
import { localDate } from '@everyletter/kit/time';
import { loadNation } from '@everyletter/petitions/demo/nation/load-nation';
import { type NationInstitution, nationTree } from '@everyletter/petitions/demo/nation/nation-tree';
import { petitionsService } from '@everyletter/petitions/service';
import pg from 'pg';

export const TODAY = localDate('2026-11-23');
export const YEARS = 10;
/** So many petitions an institution in any size, so that one institution’s answers are as long. */
const PETITIONS_EACH = 2778;
/** The benches’ own; nothing else is ever sealed by it. */
const KEYS = new InstitutionKeys(createHash('sha256').update('everyletter-bench-size').digest());
const PASSWORD = 'bench';

/** A generated nation on a server of its own, kept in its folder for the next time. */
export interface SizeStore {
  readonly petitions: number;
  readonly institutions: readonly NationInstitution[];
  readonly ownerUrl: string;
  readonly databaseUrl: string;
  readonly keys: InstitutionKeys;
  stop(): Promise<void>;
}

export async function openSizeStore(petitions: number, folder: string): Promise<SizeStore> {
  const dataDir = path.join(folder, String(petitions));
  const loaded = path.join(folder, `${petitions}.loaded`);
  if (!existsSync(loaded)) rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const settings = { jit: 'off', shared_buffers: '2GB', max_wal_size: '16GB', checkpoint_timeout: '30min' };
  const postgres = await startPostgres({ dataDir, password: PASSWORD, durable: false, settings });
  const ownerUrl = `${postgres.url}/postgres`;
  const institutions = nationTree(Math.max(1, Math.round(petitions / PETITIONS_EACH)));
  await migrateService(petitionsService, { ownerUrl, passwordOf: () => PASSWORD });
  await prepareJobs(ownerUrl, [petitionsService]);
  if (!existsSync(loaded)) {
    const start = performance.now();
    await loadNation({ ownerUrl, keys: KEYS, today: TODAY, institutions, petitions, years: YEARS, onProgress });
    const seconds = (performance.now() - start) / 1000;
    console.log(`loaded ${petitions} petitions of ${institutions.length} institutions in ${seconds.toFixed(0)} s`);
    writeFileSync(loaded, `${seconds}`);
  }
  await tidy(ownerUrl);
  const databaseUrl = urlAs(ownerUrl, roleOf('petitions'), PASSWORD);
  return { petitions, institutions, ownerUrl, databaseUrl, keys: KEYS, stop: () => postgres.stop() };
}

/** What rounds and autovacuum would have done since the last run. */
async function tidy(ownerUrl: string): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  await client.query('select petitions.fold_report_changes(100000)');
  await client.query('vacuum analyze petitions.report_tally, petitions.report_change');
  await client.end();
}

let told = 0;
function onProgress(done: number, total: number): void {
  if (done - told < 100_000 && done < total) return;
  told = done;
  console.log(`${new Date().toISOString().slice(11, 19)}  ${done} of ${total}`);
}
