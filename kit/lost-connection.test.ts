import { buildSchema } from 'graphql';
import pg from 'pg';
import { expect, test } from 'vitest';
import { inTransaction, openDatabase } from './database.ts';
import type { ServiceDefinition } from './service.ts';
import { type RequestContext, startSubgraph } from './subgraph.ts';
import { ask, buildViewer, testDatabase } from './testing.ts';

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

/** A service whose connection is cut under each of its first `losses` statements. */
function unlucky(losses: number) {
  let tries = 0;
  const count = async (_: unknown, _none: unknown, { em }: RequestContext) => {
    tries += 1;
    await em.execute(tries > losses ? 'select 1' : 'select pg_terminate_backend(pg_backend_pid())');
    return tries;
  };
  const schema = buildSchema('type Query { tries: Int } type Mutation { tries: Int }');
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    const field = type?.getFields().tries;
    if (field) field.resolve = count as never;
  }
  const built = { schema, sdl: '', policy: {} };
  const parts = { schema: built, database: { schema: 'desk', entities: [] } };
  const definition: ServiceDefinition = {
    name: 'desk',
    migrations: [],
    entities: [],
    buildSchema: () => built,
    start: (options) =>
      startSubgraph<RequestContext>({ ...parts, scopeOf: () => 'INSTITUTION', context: (base) => base }, options),
  };
  return { definition, tries: () => tries };
}

test('a question whose connection was cut is asked once more, a change is not', async () => {
  const [once, twice, change] = [unlucky(1), unlucky(2), unlucky(1)];
  const database = await testDatabase([once.definition]);
  const clerk = buildViewer('01900000-0000-7000-8000-000000000001', ['CLERK']);
  const of = async (query: string, { definition }: ReturnType<typeof unlucky>) =>
    ask(await database.start(definition), clerk, query);
  expect(await of('{ tries }', once)).toMatchObject({ data: { tries: 2 } });
  expect(await of('{ tries }', twice)).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL' } }] });
  expect(twice.tries()).toBe(2);
  expect(await of('mutation { tries }', change)).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL' } }] });
  expect(change.tries()).toBe(1);
  await database.stop();
});
