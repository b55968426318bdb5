import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AuditEntry, appendAudit, auditTableSql, firstBrokenLink } from './audit.ts';
import { type EmbeddedPostgres, startPostgres } from './embedded-postgres.ts';
import { newId } from './id.ts';

const HERE = '01900000-0000-7000-8000-000000000001';
const THERE = '01900000-0000-7000-8000-000000000002';

let dataDir: string;
let postgres: EmbeddedPostgres;
let owner: pg.Pool;
let service: Kysely<unknown>;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'everyletter-audit-'));
  const password = randomBytes(12).toString('hex');
  postgres = await startPostgres({ dataDir, password, durable: false });
  owner = new pg.Pool({ connectionString: `${postgres.url}/postgres` });
  await owner.query(`create role el_trail login password '${password}'`);
  await owner.query('create schema trail');
  await owner.query('grant usage on schema trail to el_trail');
  for (const statement of auditTableSql('trail', 'el_trail')) await owner.query(statement);
  const url = new URL(`${postgres.url}/postgres`);
  url.username = 'el_trail';
  service = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url.toString() }) }) });
});
afterAll(async () => {
  await service.destroy();
  await owner.end();
  await postgres.stop();
  await rm(dataDir, { recursive: true });
});
beforeEach(async () => {
  await owner.query('truncate trail.audit_entry');
  for (const subjectId of ['a', 'b', 'c']) await append(HERE, subjectId);
  await append(THERE, 'd');
});

function append(institutionId: string, subjectId: string): Promise<string> {
  const fact = {
    action: 'REVEAL_PETITIONER',
    actorId: HERE,
    subjectType: 'Petition',
    subjectId,
    facts: { purpose: 'CONTACT' },
  };
  return appendAudit(service, 'trail', { institutionId, id: newId(new Date('2026-11-23T00:00:00Z')) }, fact);
}

async function brokenAt(institutionId: string): Promise<number | null> {
  const { rows } = await owner.query<AuditEntry>(
    `select id, institution_id "institutionId", sequence::int, content, previous_hash "previousHash", hash
     from trail.audit_entry where institution_id = $1 order by sequence`,
    [institutionId],
  );
  return firstBrokenLink(rows);
}

describe('the chain', () => {
  test('of each institution stands on its own', async () => {
    expect(await brokenAt(HERE)).toBeNull();
    expect(await brokenAt(THERE)).toBeNull();
  });

  test.each([
    [
      'an edit',
      `update trail.audit_entry set content = replace(content, 'CONTACT', 'SUPERVISION') where sequence = 2`,
      2,
    ],
    ['a deletion', 'delete from trail.audit_entry where sequence = 2', 2],
    [
      'a reorder',
      `update trail.audit_entry set sequence = 9 where sequence = 2;
       update trail.audit_entry set sequence = 2 where sequence = 3;
       update trail.audit_entry set sequence = 3 where sequence = 9`,
      2,
    ],
  ])('shows %s by its owner', async (_, tampering, place) => {
    await owner.query(tampering);
    expect(await brokenAt(HERE)).toBe(place);
  });

  test('stays whole when many append at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, at) => append(HERE, `parallel-${at}`)));
    expect(await brokenAt(HERE)).toBeNull();
    const { rows } = await owner.query('select count(*)::int n from trail.audit_entry where institution_id = $1', [
      HERE,
    ]);
    expect(rows[0].n).toBe(43);
  });
});

test.each(['update trail.audit_entry set content = $1', 'delete from trail.audit_entry where content <> $1'])(
  'the service may not run: %s',
  async (statement) => {
    const client = new pg.Client({ connectionString: `${postgres.url}/postgres` });
    await client.connect();
    await client.query('set role el_trail');
    await expect(client.query(statement, ['x'])).rejects.toThrow('permission denied');
    await client.end();
  },
);
