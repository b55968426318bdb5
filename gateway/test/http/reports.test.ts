import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bearer, codeOf, own, REPORTER, TestGateway } from './test-gateway.ts';

const gateway = new TestGateway();
let bearer: Bearer;
let reporter: Record<string, string>;

beforeAll(async () => {
  await gateway.open();
  bearer = (await gateway.key(REPORTER)).bearer;
  reporter = own(await gateway.signIn('reporter@x.example'));
});
afterAll(() => gateway.close());

const get = (path: string, headers: Record<string, string> = bearer) =>
  fetch(`${gateway.base}/graphql/reports${path}`, { headers });
const save = (change: object = {}, headers = reporter) => {
  const wanted = { name: '好友', document: 'query F { me { id friends { id name } } }', ...change };
  return gateway.post('/graphql/reports', wanted, headers);
};

test('an example is run by its name, its variables in the address', async () => {
  const answer = await get('/light-letters?first=1');
  expect(await answer.json()).toEqual({ data: { letters: [{ id: 'l0', weight: 100, author: { name: 'ANN' } }] } });
});

test('as CSV it is a row for each of a list and a column for each value, or a row for each value', async () => {
  const rows = await (await get('/light-letters?format=csv&list=letters')).text();
  expect(rows.split('\r\n')).toEqual(['id,weight,author.name', 'l0,100,ANN', 'l1,100,BOB', '']);
  const values = await (await get('/light-letters?format=csv&first=1')).text();
  expect(values).toContain('letters.0.author.name,ANN');
});

test('as XLSX it is a workbook, also by POST', async () => {
  const wanted = { format: 'xlsx', list: 'letters', variables: { first: 3 } };
  const file = await gateway.post('/graphql/reports/light-letters', wanted, bearer);
  expect(file.headers.get('content-disposition')).toContain('light-letters.xlsx');
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

test('a reporter saves a query, runs it by name, changes it once only from what they saw, and removes it', async () => {
  expect(await (await save()).json()).toEqual({ name: '好友', version: 1 });
  expect(await (await get(`/${encodeURIComponent('好友')}`)).json()).toMatchObject({ data: { me: { id: 'ann' } } });
  expect(await (await save({ shared: true, version: 1 })).json()).toMatchObject({ version: 2 });
  expect(await codeOf(await save({ version: 1 }))).toBe('SAVED_REPORT_CHANGED');
  const { saved } = (await (await get('')).json()) as { saved: { name: string; own: boolean }[] };
  expect(saved).toMatchObject([{ name: '好友', own: true, shared: true }]);
  expect((await gateway.post(`/graphql/reports/${encodeURIComponent('好友')}/remove`, {}, reporter)).status).toBe(200);
  expect(await codeOf(await get(`/${encodeURIComponent('好友')}`))).toBe('REPORT_NOT_FOUND');
});

test('the scopes of a key hold for what runs by name too', async () => {
  const narrow = (await gateway.key(REPORTER, { scopes: ['PETITIONS'] })).bearer;
  expect(await codeOf(await get('/light-letters', narrow))).toBe('API_KEY_OUT_OF_SCOPE');
});

test.each([
  ['a variable it does not have', '/light-letters?last=1', 'VARIABLES_INVALID'],
  ['a format nobody writes', '/light-letters?format=pdf', 'REPORT_FORMAT_INVALID'],
  ['a list that is not in it', '/light-letters?format=csv&list=people', 'REPORT_LIST_NOT_FOUND'],
  ['a name nobody gave', '/nothing', 'REPORT_NOT_FOUND'],
])('%s is refused by name', async (_, path, code) => {
  expect(await codeOf(await get(path))).toBe(code);
});

test('a key saves nothing, a clerk has no reports, and no name hides an example', async () => {
  expect(await codeOf(await save({}, bearer as never))).toBe('API_KEY_MAY_ONLY_READ');
  expect(await codeOf(await get('', own(await gateway.signIn())))).toBe('NOT_ALLOWED');
  expect(await codeOf(await save({ name: 'light-letters' }))).toBe('SAVED_REPORT_NAME_TAKEN');
  expect(await codeOf(await save({ name: 'a/b' }))).toBe('SAVED_REPORT_NAME_INVALID');
});
