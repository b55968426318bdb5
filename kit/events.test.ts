import { Migration } from '@mikro-orm/migrations';
import { buildSchema } from 'graphql';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EventData, hear, hearingQueue, inboxTableSql } from './events.ts';
import { tenantTableSql } from './migration-sql.ts';
import { deadLetters } from './queues.ts';
import type { Service, ServiceDefinition, ServiceOptions, SubgraphSchema } from './service.ts';
import { type RequestContext, startSubgraph } from './subgraph.ts';
import { ask, buildViewer, type TestDatabase, testDatabase } from './testing.ts';

const HOME = '01900000-0000-7000-8000-000000000001';
const EVENT = 'desk.letter-sent';
const clerk = buildViewer(HOME, ['CLERK']);
const schema = (resolve: Record<string, unknown> = {}): SubgraphSchema => {
  const built = buildSchema('type Query { _: Int } type Mutation { send(letter: Int!, refuse: Boolean): Boolean }');
  const field = built.getMutationType()?.getFields().send;
  if (field) field.resolve = resolve.send as never;
  return { schema: built, sdl: '', policy: {} };
};

interface Sending {
  readonly letter: number;
  readonly refuse?: boolean;
}

/** Tells of each letter it sends. */
const desk: ServiceDefinition = {
  name: 'desk',
  migrations: [],
  entities: [],
  publishes: [EVENT],
  buildSchema: schema,
  start: (options) =>
    startSubgraph<RequestContext>(
      {
        schema: schema({
          async send(_: unknown, { letter, refuse }: Sending, { publish }: RequestContext) {
            await publish(EVENT, { version: letter, letter });
            if (refuse) throw new Error('refused');
            return true;
          },
        }),
        database: { schema: 'desk', entities: [] },
        scopeOf: () => 'INSTITUTION',
        context: (base) => base,
        publishes: [EVENT],
      },
      options,
    ),
};

class Shelf extends Migration {
  override up(): void {
    this.addSql('create table archive.shelf (institution_id uuid not null, letter int not null)');
    for (const sql of [...tenantTableSql('archive.shelf', 'el_archive'), ...inboxTableSql('archive', 'el_archive')]) {
      this.addSql(sql);
    }
  }
}

/** What the archive waits for before it commits letter 13. */
let beforeCommit: Promise<void> = Promise.resolve();

/** Puts each letter on its shelf. */
const archive: ServiceDefinition = {
  name: 'archive',
  migrations: [{ name: '0001-shelf', class: Shelf as never }],
  entities: [],
  hears: [EVENT],
  buildSchema: schema,
  start: (options) =>
    startSubgraph<RequestContext>(
      {
        schema: schema(),
        database: { schema: 'archive', entities: [] },
        scopeOf: () => 'INSTITUTION',
        context: (base) => base,
        hears: {
          [EVENT]: hear(v.object({ letter: v.number() }), async ({ letter }, { em, viewer }: RequestContext) => {
            await em.execute('insert into archive.shelf values (?, ?)', [viewer.institutionId, letter]);
            if (letter === 13) await beforeCommit;
          }),
        },
      },
      options,
    ),
};

let database: TestDatabase;
let desked: Service;
let archived: Service;
const options = (): Partial<ServiceOptions> => ({ jobs: true });

beforeAll(async () => {
  database = await testDatabase([desk, archive]);
  desked = await database.start(desk);
  archived = await database.start(archive, options());
});
afterAll(() => database.stop());

async function until<T>(find: () => Promise<T>, holds: (found: T) => boolean): Promise<T> {
  let found = await find();
  while (!holds(found)) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    found = await find();
  }
  return found;
}

const shelf = async () =>
  (await database.rows('select letter from archive.shelf order by letter')).map(
    (row: { letter: number }) => row.letter,
  );
const waiting = async () =>
  (await database.rows(`select data from jobs.job where name = $1 and state < 'completed'`, [
    hearingQueue('archive', EVENT),
  ])) as { data: EventData }[];
const heard = async () => (await database.rows('select event_id from archive.inbox')) as { event_id: string }[];

test('an event is published exactly when the change it tells of is committed', async () => {
  expect((await ask(desked, clerk, 'mutation { send(letter: 1, refuse: true) }')).errors).toHaveLength(1);
  expect(await waiting()).toEqual([]);
  expect((await ask(desked, clerk, 'mutation { send(letter: 2) }')).errors).toBeUndefined();
  expect(await until(shelf, (letters) => letters.length > 0)).toEqual([2]);
});

test('an event that is delivered twice is handled once', async () => {
  const [first] = await heard();
  const payload = { version: 2, letter: 2 };
  await database.deliver(EVENT, { institutionId: HOME, eventId: first?.event_id ?? '', payload });
  expect(await shelf()).toEqual([2]);
});

test('a hearer killed half-way has heard nothing, and the next one hears it whole', async () => {
  const { promise, reject } = Promise.withResolvers<void>();
  beforeCommit = promise;
  await ask(desked, clerk, 'mutation { send(letter: 13) }');
  const active = () =>
    database.rows(`select pid from pg_stat_activity where usename = 'el_archive' and state = 'idle in transaction'`);
  const [{ pid }] = (await until(active, (found) => found.length > 0)) as { pid: number }[] as [{ pid: number }];
  await database.rows('select pg_terminate_backend($1)', [pid]);
  reject(new Error('killed'));
  beforeCommit = Promise.resolve();
  expect(await until(shelf, (letters) => letters.length > 1)).toEqual([2, 13]);
  expect(await heard()).toHaveLength(2);
});

test('an event that is not understood goes to the dead letters at once', async () => {
  await archived.stop();
  await ask(desked, clerk, 'mutation { send(letter: 3) }');
  await database.rows(
    `update jobs.job set data = jsonb_set(data, '{payload,letter}', '"three"') where state < 'active'`,
  );
  archived = await database.start(archive, options());
  const [letter] = await until(
    () => deadLetters(database.ownerUrl),
    (found) => found.length > 0,
  );
  expect(letter).toMatchObject({ queue: hearingQueue('archive', EVENT), code: 'EVENT_NOT_UNDERSTOOD' });
});

test('a service may not publish what it did not announce', async () => {
  const silent = await database.start({
    ...desk,
    start: (more) =>
      startSubgraph<RequestContext>(
        {
          schema: schema({
            send: (_: unknown, __: unknown, { publish }: RequestContext) => publish(EVENT, { version: 1 }),
          }),
          database: { schema: 'desk', entities: [] },
          scopeOf: () => 'INSTITUTION',
          context: (base) => base,
          publishes: [],
        },
        more,
      ),
  });
  expect((await ask(silent, clerk, 'mutation { send(letter: 4) }')).errors[0].extensions.code).toBe('INTERNAL');
});
