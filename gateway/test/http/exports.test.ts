import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SHELF_SIZE } from '../executor/fixture.ts';
import { CLERK, codeOf, own, PAGE_ID, SHELF_ID, TestGateway } from './test-gateway.ts';

const gateway = new TestGateway();
let cookie = '';

beforeAll(async () => {
  await gateway.open();
  cookie = await gateway.signIn();
});
afterAll(() => gateway.close());

const COLUMNS = [
  { title: '编号', value: 'no' },
  { title: '来源', value: 'kind', words: { LETTER: '=来信' } },
  { title: '份量', value: 'weight', empty: '未称' },
  { title: '标签', value: 'writer.tags' },
];
const order = (change: object = {}) => ({
  documentId: SHELF_ID,
  operationName: 'Shelf',
  list: 'shelf',
  format: 'csv',
  fileName: '办理台-𠮷.csv',
  columns: COLUMNS,
  ...change,
});
const exported = (change: object = {}, headers = own(cookie)) => gateway.post('/exports', order(change), headers);

describe('a list of many pages leaves as a file', () => {
  test('as CSV a spreadsheet opens right, with no formula in it', async () => {
    const response = await exported();
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('办理台-𠮷.csv'));
    expect(response.headers.get('x-total-rows')).toBe(String(SHELF_SIZE));
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + SHELF_SIZE);
    expect(lines[0]).toBe('编号,来源,份量,标签');
    expect(lines[1]).toBe("0,'=来信,100,ann、person");
    expect(lines[4]).toMatch(/^3,'=来信,未称,/);
    expect(lines.at(-1)).toMatch(new RegExp(`^${SHELF_SIZE - 1},`));
  });

  test('as XLSX, read back by another reader', async () => {
    const response = await exported({ format: 'xlsx', fileName: '办理台.xlsx' });
    const rows = (await readXlsxFile(Buffer.from(await response.arrayBuffer()))) as unknown as unknown[][];
    const cells = rows.length === 1 + SHELF_SIZE ? rows : (rows as unknown as { data: unknown[][] }[])[0]?.data;
    expect(cells).toHaveLength(1 + SHELF_SIZE);
    expect(cells?.[0]).toEqual(['编号', '来源', '份量', '标签']);
    expect(cells?.[1]).toEqual([0, '=来信', 100, 'ann、person']);
  });

  test('and is written down before it begins', async () => {
    await exported();
    const [entry] = await gateway.rows(
      `select content::jsonb as fact from identity.audit_entry where institution_id = $1 and content like '%EXPORT_LIST%'
       order by sequence desc limit 1`,
      [CLERK],
    );
    expect(entry.fact).toMatchObject({
      action: 'EXPORT_LIST',
      actorId: CLERK,
      facts: { list: 'shelf', format: 'csv' },
    });
  });
});

test('a session lost on the way breaks the file off', async () => {
  const other = await gateway.signIn();
  let fetches = 0;
  gateway.whenAsked(async () => {
    fetches += 1;
    if (fetches === 2) await gateway.post('/auth/sign-out', {}, { ...own(other), origin: 'http://localhost:4000' });
  });
  const response = await exported({}, own(other));
  await expect(response.text()).rejects.toThrow();
  gateway.whenAsked(undefined);
});

describe('refused, naming the field', () => {
  test.each([
    ['a list that is no path', { list: 'shelf; drop' }, 'BODY_INVALID'],
    ['a list the answer does not hold', { list: 'nothing.here' }, 'BODY_INVALID'],
    ['an unknown format', { format: 'pdf' }, 'BODY_INVALID'],
    ['no columns', { columns: [] }, 'BODY_INVALID'],
    ['a column without a path', { columns: [{ title: '编号', value: '' }] }, 'BODY_INVALID'],
    ['a file name with a lone surrogate', { fileName: '\ud800.csv' }, 'BODY_INVALID'],
    ['a document that is not trusted', { documentId: 'other' }, 'DOCUMENT_NOT_TRUSTED'],
  ])('%s', async (_, change, code) => {
    expect(await codeOf(await exported(change))).toBe(code);
  });

  test('whoever is not signed in, and another site’s page', async () => {
    expect((await exported({}, {} as never)).status).toBe(401);
    expect(await codeOf(await exported({}, { cookie } as never))).toBe('CSRF_HEADER_MISSING');
  });

  test('what the caller may not ask, with the list’s own code', async () => {
    const refused = await exported({ documentId: PAGE_ID, operationName: 'Page', list: 'me' });
    expect(refused.status).toBe(400);
  });
});
