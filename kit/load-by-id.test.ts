import { defineEntity, p } from '@mikro-orm/core';
import { Migration } from '@mikro-orm/migrations';
import type { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { loadById } from './load-by-id.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

class Star {
  id!: string;
}
const StarSchema = defineEntity({ class: Star, tableName: 'star', properties: { id: p.uuid().primary() } });

class Sky extends Migration {
  override up(): void {
    this.addSql('create table sky.star (id uuid primary key)');
    this.addSql(`insert into sky.star values ('${HERE}')`);
  }
}

const HERE = '01900000-0000-7000-8000-000000000001';
const NOWHERE = '01900000-0000-7000-8000-000000000002';
let database: TestDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await testDatabase([{ name: 'sky', migrations: [{ name: '0001-sky', class: Sky }] }]);
  orm = await openDatabase({ url: database.ownerUrl, schema: 'sky', entities: [StarSchema] });
  await orm.em.fork().find(Star, {}); // Its first use looks for the database, which is not what is counted here.
});
afterAll(async () => {
  await orm.close(true);
  await database.stop();
});

test('all ids of one tick cost one statement; what is not there, or is no id, is null', async () => {
  const stars = loadById(orm.em.fork(), Star);
  const found: unknown[] = [];
  const statements = await database.statementsOf(async () => {
    found.push(...(await Promise.all([NOWHERE, HERE, "' or true", HERE].map((id) => stars.load(id)))));
  });
  expect(found).toEqual([null, expect.objectContaining({ id: HERE }), null, expect.objectContaining({ id: HERE })]);
  expect(statements).toHaveLength(1);
});

test('what cannot be an id costs nothing', async () => {
  const stars = loadById(orm.em.fork(), Star);
  expect(await database.statementsOf(() => stars.load('nonsense'))).toEqual([]);
});
