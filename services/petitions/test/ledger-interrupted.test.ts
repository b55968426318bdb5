import { Jobs } from '@everyletter/kit/jobs';
import { createLog } from '@everyletter/kit/log';
import { deadLetters } from '@everyletter/kit/queues';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { petitionsService } from '../src/service.ts';
import { clerk, HERE, testKeys } from './build.ts';
import {
  apply,
  countsOf,
  database,
  discard,
  ledger,
  openDesk,
  owner,
  petitionCount,
  petitions,
  row,
  send,
  startWithJobs,
  takeOver,
  until,
  upload,
} from './ledger-desk.ts';

openDesk();

/** As in the product: without it nobody would notice a job whose worker could not even say that it failed. */
let supervisor: Jobs;
beforeAll(async () => {
  supervisor = await Jobs.open(database.ownerUrl, createLog('jobs', 'silent'), { supervise: true });
});
afterAll(() => supervisor.stop());

/** A job whose worker is lost waits for its heartbeat to be missed, and on a busy machine for its turn. */
const PATIENCE = { timeout: 90_000 };

describe('stopped in the middle', PATIENCE, () => {
  const rows = Array.from({ length: 1500 }, (_, at) => row(5000 + at, { on: '2025-06-03', subject: `停电${at}` }));

  async function progress(id: string, column: 'done_rows' | 'applied_rows'): Promise<number> {
    return (await owner.query(`select ${column} as n from petitions.ledger_import where id = $1`, [id])).rows[0].n;
  }

  async function stopWithin(id: string, column: 'done_rows' | 'applied_rows', stop: () => Promise<unknown>) {
    while ((await progress(id, column)) === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    await stop();
    const reached = await progress(id, column);
    expect(reached).toBeGreaterThan(0);
    expect(reached).toBeLessThan(1500);
  }

  test('the dry run and the registration go on where they were, each row once', async () => {
    const before = await petitionCount();
    const first = await startWithJobs();
    await petitions.stop();
    const { body } = await send(Buffer.from(ledger(...rows)), { service: first });
    await stopWithin(body.id, 'done_rows', () => first.stop());
    const second = await startWithJobs();
    const read = await until(body.id, 'READY', second);
    expect(read.doneRows).toBe(1500);
    expect(countsOf(read).ACCEPTED).toBe(1500);

    await second.execute(
      { query: `mutation { applyLedgerImport(input: { importId: "${body.id}" }) { ledgerImport { state } } }` },
      clerk,
    );
    await stopWithin(body.id, 'applied_rows', () => second.stop());
    takeOver(await startWithJobs());
    expect((await until(body.id, 'APPLIED')).appliedRows).toBe(1500);
    expect(await petitionCount()).toBe(before + 1500);
    const { rows: gaps } = await owner.query(
      `select max(last) - count(p.id) as gap from petitions.number_sequence s
       join petitions.petition p on p.number like '%〔2025〕%' where s.institution_id = $1 and s.year = 2025`,
      [HERE],
    );
    expect(Number(gaps[0].gap)).toBe(0);
  });

  test('connections cut under its feet are a failure of one step only', async () => {
    const id = await upload(ledger(...rows.map((text) => text.replaceAll('停电', '断线'))));
    await stopWithin(id, 'done_rows', () =>
      owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'el_petitions'`),
    );
    const read = await until(id, 'READY');
    expect(countsOf(read).ACCEPTED + countsOf(read).WARNED).toBe(1500);
  });
});

test('a file that opens no more is given up in sight of everybody, and can be discarded', PATIENCE, async () => {
  const idle = await database.start(petitionsService, {
    clock: () => new Date('2026-11-30T04:00:00Z'),
    keys: testKeys,
  });
  await petitions.stop();
  const { body } = await send(Buffer.from(ledger(row(40))), { service: idle });
  await owner.query(`update petitions.ledger_import set content_sealed = '\\x00' where id = $1`, [body.id]);
  takeOver(await startWithJobs());
  expect(await until(body.id, 'FAILED')).toMatchObject({ failureCode: 'INTERNAL', doneRows: 0 });
  await expect
    .poll(() => deadLetters(database.ownerUrl))
    .toMatchObject([{ queue: 'petitions.ledger-import', institutionId: HERE, code: 'INTERNAL' }]);
  expect((await apply(body.id)).errors[0].extensions.code).toBe('LEDGER_FAILED');
  expect((await discard(body.id)).data.discardLedgerImport.ledgerImport.state).toBe('DISCARDED');
});
