import { readFileSync } from 'node:fs';
import type { Service } from '@everyletter/kit/service';
import { ask as askService, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import type { LedgerRowOutcome } from '../src/ledger-import/rules/remark.ts';
import { petitionsService } from '../src/service.ts';
import { clerk, plantTerms, testKeys } from './build.ts';

/** The untidy ledger of the demo. */
export const LEDGER = readFileSync(new URL('../demo/ledger-2026.csv', import.meta.url));
export const HEADER = '序号,收件日期,渠道,信访人姓名,身份证号,联系电话,住址,是否实名,人数,诉求类别,事由,内容摘要,备注';

export let database: TestDatabase;
export let petitions: Service;
export let owner: pg.Client;

/** Opens the petitions with their background, for the tests of one file. */
export function openDesk(): void {
  beforeAll(async () => {
    database = await testDatabase([petitionsService]);
    await plantTerms(database);
    owner = new pg.Client(database.ownerUrl);
    await owner.connect();
    petitions = await startWithJobs();
  });
  afterAll(async () => {
    await owner.end();
    await database.stop();
  });
}

/** The service from here on. */
export function takeOver(service: Service): void {
  petitions = service;
}

/** At noon in Shanghai on the last day of the demo ledger's month. */
export function startWithJobs(): Promise<Service> {
  return database.start(petitionsService, {
    clock: () => new Date('2026-11-30T04:00:00Z'),
    keys: testKeys,
    jobs: true,
  });
}

export const ask = (query: string, viewer: Viewer = clerk, service = petitions) => askService(service, viewer, query);

export async function send(
  body: Buffer | undefined,
  { viewer = clerk, fileName = '台账.csv', service = petitions } = {},
) {
  const answer = await service.files({ method: 'POST', path: 'ledger-imports', fileName, body }, viewer);
  // biome-ignore lint/suspicious/noExplicitAny: an id, or the refusal
  return { status: answer.status, body: JSON.parse(answer.body.toString()) as any };
}

export async function upload(body: Buffer | string): Promise<string> {
  return (await send(Buffer.from(body))).body.id;
}

export async function until(id: string, state: string, service = petitions) {
  for (const deadline = Date.now() + 80_000; Date.now() < deadline; ) {
    const { data } = await ask(`{ ledgerImport(id: "${id}") { ${FIELDS} } }`, clerk, service);
    if (data?.ledgerImport.state === state) return data.ledgerImport;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never ${state}`);
}

export const FIELDS = 'state encoding totalRows doneRows appliedRows failureCode counts { outcome count }';
export const apply = (id: string, viewer = clerk) =>
  ask(`mutation { applyLedgerImport(input: { importId: "${id}" }) { ledgerImport { state } } }`, viewer);
export const discard = (id: string, viewer = clerk) =>
  ask(`mutation { discardLedgerImport(input: { importId: "${id}" }) { ledgerImport { state fileName } } }`, viewer);
export const countsOf = ({ counts }: { counts: { outcome: LedgerRowOutcome; count: number }[] }) =>
  Object.fromEntries(counts.map(({ outcome, count }) => [outcome, count])) as Record<LedgerRowOutcome, number>;
export const report = async (id: string, viewer = clerk) =>
  petitions.files({ method: 'GET', path: `ledger-imports/${id}/report.csv` }, viewer);
export const petitionCount = async () =>
  Number((await owner.query('select count(*) from petitions.petition')).rows[0].count);

export function row(serial: number, change: Record<string, string> = {}): string {
  const cells = {
    serial: String(serial),
    on: '2026-11-02',
    channel: '来信',
    name: '王勤',
    idNumber: '',
    phone: `139${String(serial).padStart(8, '0')}`,
    address: '',
    realName: '是',
    people: '1',
    category: '其他',
    subject: `事由${serial}`,
    body: '内容',
    note: '',
    ...change,
  };
  return Object.values(cells).join(',');
}
export const ledger = (...rows: string[]) => [HEADER, ...rows].join('\r\n');
