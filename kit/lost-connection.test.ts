import pg from 'pg';
import { expect, test } from 'vitest';
import { inTransaction, openDatabase } from './database.ts';
import { testDatabase } from './testing.ts';

test('connections the server cuts off cost the pool no place', async () => {
  const database = await testDatabase([]);
  const orm = await openDatabase({ url: database.ownerUrl, schema: 'public', entities: [], maxConnections: 1 });
  const ask = (sql: string) =>
    inTransaction(orm, { variables: {}, readOnly: false }, (em) => em.execute<{ answer: number }[]>(sql));
  for (let loss = 0; loss < 3; loss += 1) {
    await expect(ask('select pg_terminate_backend(pg_backend_pid())')).rejects.toThrow();
  }
  expect(await ask('select 42 as answer')).toEqual([{ answer: 42 }]);
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const cut = inTransaction(orm, { variables: {}, readOnly: false }, async (em) => {
    const [backend] = await em.execute<{ pid: number }[]>('select pg_backend_pid() as pid');
    await owner.query('select pg_terminate_backend($1)', [backend?.pid]);
    await em.execute('select 1');
  });
  await expect(cut).rejects.toThrow();
  expect(await ask('select 42 as answer')).toEqual([{ answer: 42 }]);
  await owner.end();
  await orm.close(true);
  await database.stop();
});

test('nor do those that are lost before the transaction began', async () => {
  const database = await testDatabase([]);
  const orm = await openDatabase({ url: database.ownerUrl, schema: 'public', entities: [], maxConnections: 1 });
  const pid = () =>
    inTransaction(orm, { variables: {}, readOnly: false }, async (em) => {
      const [backend] = await em.execute<{ pid: number }[]>('select pg_backend_pid() as pid');
      return backend?.pid;
    });
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  for (let loss = 0; loss < 3; loss += 1) {
    const cut = owner.query('select pg_terminate_backend($1) from pg_sleep(0.1)', [await pid()]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    // Nothing is read while this thread sleeps, so the pool still believes in the connection.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    await expect(pid()).rejects.toThrow();
    await cut;
  }
  expect(await pid()).toEqual(expect.any(Number));
  await owner.end();
  await orm.close(true);
  await database.stop();
});
