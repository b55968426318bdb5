import { buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { beforeAll, describe, expect, test } from 'vitest';
import { CLERK_ID, clerk, ELSEWHERE, HERE, NINTH, SECOND } from './build.ts';
import {
  apply,
  ask,
  discard,
  LEDGER,
  ledger,
  openDesk,
  owner,
  report,
  row,
  send,
  until,
  upload,
} from './ledger-desk.ts';

openDesk();

describe('what cannot be done is refused by name and changes nothing:', () => {
  test.each<[string, Buffer | undefined, string]>([
    ['no file', undefined, 'LEDGER_MISSING'],
    ['an empty file', Buffer.alloc(0), 'LEDGER_EMPTY'],
    ['a workbook', Buffer.from('504b0304', 'hex'), 'LEDGER_WRONG_FILE'],
    ['a photograph named .csv', Buffer.from('ffd8ffe000104a46', 'hex'), 'LEDGER_WRONG_FILE'],
    ['a letter', Buffer.from('您好'), 'LEDGER_HEADER_UNKNOWN'],
  ])('%s', async (_, body, code) => {
    const before = (await owner.query('select count(*) from petitions.ledger_import')).rows[0].count;
    const answer = await send(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].extensions).toMatchObject({ code, kind: 'INVALID', details: { field: 'file' } });
    expect((await owner.query('select count(*) from petitions.ledger_import')).rows[0].count).toBe(before);
  });

  test('a file name with control characters', async () => {
    const { status, body } = await send(LEDGER, { fileName: 'a\u0000.csv' });
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'TEXT_HAS_NUL']);
  });

  test('discarding what was applied, applying what was discarded', async () => {
    const id = await upload(ledger(row(20)));
    await until(id, 'READY');
    expect((await discard(id)).data.discardLedgerImport.ledgerImport).toEqual({
      state: 'DISCARDED',
      fileName: '台账.csv',
    });
    expect((await apply(id)).errors[0].extensions).toMatchObject({ code: 'LEDGER_DISCARDED', kind: 'RULE_BROKEN' });
    const { rows } = await owner.query('select 1 from petitions.ledger_row where import_id = $1', [id]);
    expect(rows).toHaveLength(0);
    expect((await report(id)).status).toBe(404);

    const other = await upload(ledger(row(21)));
    await until(other, 'READY');
    await apply(other);
    await until(other, 'APPLIED');
    expect((await discard(other)).errors[0].extensions.code).toBe('LEDGER_ALREADY_APPLIED');
  });

  test.each([
    ['first: 0', 'PAGE_SIZE_INVALID'],
    ['first: 101', 'PAGE_SIZE_INVALID'],
    ['after: "nonsense"', 'CURSOR_INVALID'],
    [`after: "${Buffer.from('["x"]').toString('base64url')}"`, 'CURSOR_INVALID'],
    [`after: "${Buffer.from('[4294967296]').toString('base64url')}"`, 'CURSOR_INVALID'],
  ])('rows(%s)', async (args, code) => {
    const id = await upload(ledger(row(22)));
    const { errors } = await ask(`{ ledgerImport(id: "${id}") { rows(${args}) { totalCount } } }`);
    expect(errors[0].extensions.code).toBe(code);
  });
});

describe('a stranger at any door:', () => {
  let id: string;
  beforeAll(async () => {
    id = await upload(ledger(row(30)));
    await until(id, 'READY');
  });

  test.each<[string, Viewer]>([
    [
      'a clerk of another institution',
      buildViewer(ELSEWHERE, ['CLERK'], { staffId: CLERK_ID, departmentIds: [NINTH] }),
    ],
    ['a clerk of another department', buildViewer(HERE, ['CLERK'], { staffId: CLERK_ID, departmentIds: [SECOND] })],
  ])('%s finds nothing and changes nothing', async (_, stranger) => {
    const { data } = await ask(`{ ledgerImport(id: "${id}") { state } ledgerImports { id } }`, stranger);
    expect(data).toEqual({ ledgerImport: null, ledgerImports: [] });
    expect((await apply(id, stranger)).errors[0].extensions.code).toBe('LEDGER_IMPORT_NOT_FOUND');
    expect((await discard(id, stranger)).errors[0].extensions.code).toBe('LEDGER_IMPORT_NOT_FOUND');
    expect((await report(id, stranger)).status).toBe(404);
    expect((await until(id, 'READY')).appliedRows).toBe(0);
  });

  test('a clerk of another department hands in nothing', async () => {
    const stranger = buildViewer(HERE, ['CLERK'], { staffId: CLERK_ID, departmentIds: [SECOND] });
    const { status, body } = await send(LEDGER, { viewer: stranger });
    expect([status, body.errors[0].extensions.code]).toEqual([403, 'LEDGER_NOT_YOUR_DEPARTMENT']);
  });

  test('a key may only read', async () => {
    const key: Viewer = { ...clerk, via: 'API_KEY' };
    expect((await send(LEDGER, { viewer: key })).status).toBe(403);
    expect((await apply(id, key)).errors[0].extensions.code).toBe('NOT_ALLOWED');
    expect((await discard(id, key)).errors[0].extensions.code).toBe('NOT_ALLOWED');
    expect((await report(id, key)).status).toBe(200);
  });

  test.each(['HANDLER', 'LEADER', 'REPORTER', 'AUDITOR', 'SYSTEM_ADMINISTRATOR', 'MEDIATOR'] as const)(
    'the role %s',
    async (role) => {
      const stranger = buildViewer(HERE, [role], { staffId: CLERK_ID, departmentIds: [NINTH] });
      const { errors } = await ask(`{ ledgerImport(id: "${id}") { state } }`, stranger);
      expect(errors[0].extensions.code).toBe('NOT_ALLOWED');
      expect((await apply(id, stranger)).errors[0].extensions.code).toBe('NOT_ALLOWED');
      expect((await send(LEDGER, { viewer: stranger })).status).toBe(403);
      expect((await report(id, stranger)).status).toBe(403);
    },
  );
});

test('the database holds nothing of a ledger in clear', async () => {
  const id = await upload(LEDGER);
  await until(id, 'READY');
  await apply(id);
  await until(id, 'APPLIED');
  const { rows } = await owner.query(
    `select i::text as stored from petitions.ledger_import i union all select r::text from petitions.ledger_row r
     union all select a.content from petitions.audit_entry a`,
  );
  const stored = rows.map((one) => one.stored).join('\n');
  for (const plain of ['王勤', '扎西', '13900000017', '学院路', '台账.csv', '来信人反映']) {
    expect(stored.includes(plain) || stored.includes(Buffer.from(plain).toString('hex'))).toBe(false);
  }
  expect(stored).toContain('APPLY_LEDGER_IMPORT');
});
