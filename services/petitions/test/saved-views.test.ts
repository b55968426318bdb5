import { buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { clerk, ELSEWHERE, HANDLER_ID, HERE, NINTH, OFFICER_ID, SECOND, SECOND_HEAD_ID } from './build.ts';
import { Desk, NOBODY } from './desk.ts';

const desk = new Desk();
const VIEW = 'id name listQuery count version viewerCanRemove owner { id } sharedWith { id }';
const SAVE = `mutation ($input: SaveViewInput!) { saveView(input: $input) { savedViews { ${VIEW} } } }`;
const REMOVE = `mutation ($input: RemoveViewInput!) { removeView(input: $input) { savedViews { ${VIEW} } } }`;

const officer = buildViewer(HERE, ['CLERK'], { staffId: OFFICER_ID, departmentIds: [NINTH] });
const head = buildViewer(HERE, ['DEPARTMENT_HEAD'], { staffId: SECOND_HEAD_ID, departmentIds: [NINTH] });
const handler = buildViewer(HERE, ['HANDLER'], { staffId: HANDLER_ID, departmentIds: [SECOND] });
const foreigner = buildViewer(ELSEWHERE, ['CLERK'], { staffId: HANDLER_ID, departmentIds: [NINTH] });

beforeAll(async () => {
  await desk.open();
  await desk.receive();
  await desk.receive({ channel: 'ONLINE' });
});
afterEach(() => desk.rows('delete from petitions.saved_view'));
afterAll(() => desk.close());

const LETTERS = { name: '来信', filter: { channels: ['LETTER'] }, order: 'DUE_FIRST' };
const save = (change: object = {}, viewer = clerk) => desk.ask(viewer, SAVE, { input: { ...LETTERS, ...change } });
const views = async (viewer: Viewer) => (await desk.ask(viewer, `{ savedViews { ${VIEW} } }`)).data.savedViews;
const codeOf = ({ errors }: { errors: { extensions: { code: string } }[] }) => errors[0]?.extensions.code;

test('a view keeps its filters and its order, and counts what is on it now', async () => {
  const { data } = await save({ filter: { view: 'UNTRIAGED', channels: ['LETTER', 'FAX'], search: null } });
  expect(data.saveView.savedViews).toMatchObject([
    { name: '来信', listQuery: 'view=UNTRIAGED&channels=LETTER,FAX&order=DUE_FIRST', count: 1, viewerCanRemove: true },
  ]);
});

test('a view keeps its columns in their order, each once', async () => {
  const { data } = await save({ columns: ['NUMBER', 'TRACK', 'SUBJECT', 'TRACK'] });
  expect(data.saveView.savedViews[0].listQuery).toMatch(/&order=DUE_FIRST&columns=number,track,subject$/);
  const { errors } = await save({ name: '其他', columns: ['PASSWORD'] });
  expect(errors[0].extensions.code).toBe('DOCUMENT_INVALID');
});

test('all views are counted by one statement', async () => {
  for (const name of ['一', '二', '三']) await save({ name });
  const statements = await desk.database.statementsOf(() => desk.ask(clerk, '{ savedViews { name count } }'));
  expect(statements.filter((text) => text.includes('count('))).toHaveLength(1);
});

test('one’s own view is nobody else’s; one shared with the department is its members’', async () => {
  await save();
  await save({ name: '部门待办', sharedDepartmentId: NINTH });
  expect((await views(officer)).map(({ name }: { name: string }) => name)).toEqual(['部门待办']);
  expect(await views(handler)).toEqual([]);
  expect(await views(foreigner)).toEqual([]);
});

test('it is removed by whoever saved it, or by the head it is shared with', async () => {
  await save({ sharedDepartmentId: NINTH });
  const [{ id, version }] = await views(officer);
  expect(codeOf(await desk.ask(officer, REMOVE, { input: { id, version } }))).toBe('NOT_ALLOWED');
  expect(codeOf(await desk.ask(foreigner, REMOVE, { input: { id, version } }))).toBe('SAVED_VIEW_NOT_FOUND');
  expect(codeOf(await desk.ask(head, REMOVE, { input: { id, version: 7 } }))).toBe('SAVED_VIEW_CHANGED');
  const { data } = await desk.ask(head, REMOVE, { input: { id, version } });
  expect(data.removeView.savedViews).toEqual([]);
});

test.each<[string, object, string]>([
  ['a search for somebody', { filter: { search: '王勤' } }, 'SAVED_VIEW_HOLDS_SEARCH'],
  ['no name', { name: '  ' }, 'TEXT_TOO_SHORT'],
  ['a name of forty characters', { name: '长'.repeat(40) }, 'TEXT_TOO_LONG'],
  ['a handler that is no id', { filter: { handlerId: 'x' } }, 'ID_INVALID'],
  ['a department of others', { sharedDepartmentId: SECOND }, 'NOT_ALLOWED'],
  ['a department nobody has', { sharedDepartmentId: NOBODY }, 'NOT_ALLOWED'],
])('%s is refused and nothing is kept', async (_, change, code) => {
  expect(codeOf(await save(change))).toBe(code);
  expect(await views(clerk)).toEqual([]);
});

test('a name is taken once, and there is an end to views', async () => {
  for (let at = 0; at < 20; at += 1) await save({ name: `视图${at}` });
  expect(codeOf(await save({ name: '视图3' }))).toBe('SAVED_VIEW_NAME_TAKEN');
  expect(codeOf(await save({ name: '再一个' }))).toBe('SAVED_VIEWS_TOO_MANY');
});

test.each(['REPORTER', 'AUDITOR', 'MEDIATOR', 'SYSTEM_ADMINISTRATOR'] as const)(
  'a %s has no desk to keep lists of',
  async (role) => {
    const viewer = buildViewer(HERE, [role], { staffId: HANDLER_ID, departmentIds: [NINTH] });
    expect(codeOf(await desk.ask(viewer, '{ savedViews { id } }'))).toBe('NOT_ALLOWED');
    expect(codeOf(await save({}, viewer))).toBe('NOT_ALLOWED');
  },
);
