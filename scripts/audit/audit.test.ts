import { generateKeyPairSync } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { auditTableSql } from '@everyletter/kit/audit';
import { type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { verifiedHeads, writeHeads } from './signed-heads.ts';
import { verifyChains } from './verify-chains.ts';

const HERE = '01900000-0000-7000-8000-000000000001';
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const at = new Date('2026-11-23T01:00:00Z');

let database: TestDatabase;
let owner: pg.Client;
let folder: string;
let file: string;

beforeAll(async () => {
  database = await testDatabase([]);
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query('create role el_trail; create schema trail');
  for (const statement of auditTableSql('trail', 'el_trail')) await owner.query(statement);
});
afterAll(async () => {
  await owner.end();
  await database.stop();
});
beforeEach(async () => {
  await owner.query('truncate trail.audit_entry');
  folder = await mkdtemp(path.join(tmpdir(), 'everyletter-heads-'));
  file = path.join(folder, 'audit-heads.jsonl');
  for (let count = 0; count < 3; count += 1) {
    await owner.query(`select trail.append_audit($1, gen_random_uuid(), '{"action":"READ_LETTER"}')`, [HERE]);
  }
  return () => rm(folder, { recursive: true });
});

const brokenAt = async () => (await verifyChains(owner, await verifiedHeads(file, publicKey)))[0]?.brokenAt;

test('an untouched chain is whole, with and without signed heads', async () => {
  expect(await verifyChains(owner, [])).toEqual([{ schema: 'trail', institutionId: HERE, entries: 3, brokenAt: null }]);
  expect(await writeHeads(owner, file, { key: privateKey, at })).toBe(1);
  expect(await brokenAt()).toBeNull();
});

test('a head is written once for each growth', async () => {
  await writeHeads(owner, file, { key: privateKey, at });
  expect(await writeHeads(owner, file, { key: privateKey, at })).toBe(0);
});

test.each([
  ['an edit', `update trail.audit_entry set content = '{"action":"NOTHING"}' where sequence = 2`, 2],
  ['a deletion inside', 'delete from trail.audit_entry where sequence = 2', 2],
  ['a cut-off tail', 'delete from trail.audit_entry where sequence = 3', 3],
  ['a whole chain gone', 'delete from trail.audit_entry', 3],
])('%s is found', async (_, tamper, broken) => {
  await writeHeads(owner, file, { key: privateKey, at });
  await owner.query(tamper);
  expect(await brokenAt()).toBe(broken);
});

test('a head nobody signed is refused', async () => {
  await writeHeads(owner, file, { key: privateKey, at });
  const forged = { ...JSON.parse(await readFile(file, 'utf8')), sequence: 1 };
  await writeFile(file, '');
  await appendFile(file, `${JSON.stringify(forged)}\n`);
  await expect(verifiedHeads(file, publicKey)).rejects.toThrow('line 1');
});
