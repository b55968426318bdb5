import { expect, test } from 'vitest';
import { petitionsService } from '../src/service.ts';
import { clerk, HERE, testKeys } from './build.ts';
import { ask, database, LEDGER, ledger, openDesk, owner, petitions, row, send, until, upload } from './ledger-desk.ts';

openDesk();

async function queued(importId: string): Promise<object[]> {
  const { rows } = await owner.query(
    `select data from jobs.job where name = 'petitions.ledger-import' and data ->> 'importId' = $1`,
    [importId],
  );
  return rows.map(({ data }) => data);
}

test('a ledger handed in is queued by ids only', async () => {
  const id = await upload(LEDGER);
  expect(await queued(id)).toEqual([{ institutionId: HERE, importId: id }]);
  await until(id, 'READY');
});

test('what is refused queues nothing', async () => {
  const before = (await owner.query('select count(*) from jobs.job')).rows[0].count;
  expect((await send(Buffer.from('您好'))).status).toBe(400);
  expect((await owner.query('select count(*) from jobs.job')).rows[0].count).toBe(before);
});

test('an operation rolled back after it queued leaves no job behind', async () => {
  const id = await upload(ledger(row(1)));
  await until(id, 'READY');
  const mutation = (name: string, importId: string) =>
    `${name}(input: { importId: "${importId}" }) { ledgerImport { state } }`;
  const { errors } = await ask(
    `mutation { ${mutation('applyLedgerImport', id)} ${mutation('discardLedgerImport', crypto.randomUUID())} }`,
  );
  expect(errors[0].extensions.code).toBe('LEDGER_IMPORT_NOT_FOUND');
  expect(await queued(id)).toHaveLength(1);
  expect((await until(id, 'READY')).appliedRows).toBe(0);
});

test('a process that does no jobs queues them for one that does', async () => {
  const idle = await database.start(petitionsService, {
    clock: () => new Date('2026-11-30T04:00:00Z'),
    keys: testKeys,
  });
  const { body } = await send(Buffer.from(ledger(row(2))), { service: idle, viewer: clerk });
  expect((await until(body.id, 'READY', petitions)).totalRows).toBe(1);
});
