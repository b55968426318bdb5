import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '@everyletter/kit/embedded-postgres';
import { migrateService, roleOf, urlAs } from '@everyletter/kit/migrate';
import { InstitutionKeys } from '@everyletter/kit/sealing';
import { localDate } from '@everyletter/kit/time';
import { loadPetitionsDemo } from '@everyletter/petitions/demo/load';
import { petitionsService } from '@everyletter/petitions/service';
import pg from 'pg';
import { copyPetitions } from './copy-petitions.ts';

export const TODAY = localDate('2026-11-23');
export const COMPLAINTS = id(11);
export const CRIMINAL = id(12);
/** A department that has received one petition in its life. */
export const NEWCOMERS = id(13);
export const CLERK = id(21);
export const HANDLER = id(22);
const DEMO = id(1);

/** The same mix of petitions in two sizes, side by side in the same tables. */
export interface Store {
  readonly ownerUrl: string;
  readonly databaseUrl: string;
  readonly keys: InstitutionKeys;
  readonly small: string;
  readonly large: string;
  stop(): Promise<void>;
}

export interface StoreSize {
  readonly small: number;
  readonly large: number;
}

/** Fills a server of its own from the demo's rows. Minutes at a million. */
export async function openStore({ small, large }: StoreSize): Promise<Store> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'everyletter-worklist-'));
  chmodSync(dataDir, 0o755);
  const password = randomBytes(12).toString('hex');
  const settings = { jit: 'off', maintenance_work_mem: '256MB', max_wal_size: '8GB' };
  const postgres = await startPostgres({ dataDir: path.join(dataDir, 'postgres'), password, durable: false, settings });
  const ownerUrl = `${postgres.url}/postgres`;
  const keys = new DemoKeys(randomBytes(32));
  await migrateService(petitionsService, { ownerUrl, passwordOf: () => password });
  await loadDemo(ownerUrl, keys);
  const sizes = [
    { institutionId: id(2), rows: small },
    { institutionId: id(3), rows: large },
  ];
  await fill(ownerUrl, sizes);
  return {
    ownerUrl,
    databaseUrl: urlAs(ownerUrl, roleOf('petitions'), password),
    keys,
    small: id(2),
    large: id(3),
    async stop() {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Copies keep the blind indexes of the demo, so every institution is searched with the demo's keys. */
export class DemoKeys extends InstitutionKeys {
  override blindIndex(value: string, _institutionId: string, column: string): Buffer {
    return super.blindIndex(value, DEMO, column);
  }

  override blindPairs(value: string, _institutionId: string, column: string): number[] {
    return super.blindPairs(value, DEMO, column);
  }
}

function id(last: number): string {
  return `01900000-0000-7000-8000-${String(last).padStart(12, '0')}`;
}

async function loadDemo(ownerUrl: string, keys: InstitutionKeys): Promise<void> {
  await loadPetitionsDemo({
    ownerUrl,
    keys,
    today: TODAY,
    office: {
      institutionId: DEMO,
      name: '某区人民检察院',
      numberPrefix: '海检控申',
      address: '某路1号',
      phone: '12309',
      complaintsDepartmentId: COMPLAINTS,
      ancestorIds: [],
    },
    departments: [
      { id: COMPLAINTS, name: '第九检察部', headId: CLERK, categories: [], handlerIds: [CLERK] },
      { id: CRIMINAL, name: '第一检察部', headId: HANDLER, categories: ['CRIMINAL_APPEAL'], handlerIds: [HANDLER] },
    ],
    clerkIds: [CLERK],
  });
}

async function fill(ownerUrl: string, sizes: readonly { institutionId: string; rows: number }[]): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    for (const size of sizes) await copyPetitions(client, { from: DEMO, ...size, newcomers: NEWCOMERS, today: TODAY });
    await client.query('vacuum analyze petitions.petition, petitions.matter');
  } finally {
    await client.end();
  }
}
