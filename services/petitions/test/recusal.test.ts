import { buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CLERK_ID, clerk, ELSEWHERE, HANDLER_ID, HERE, NINTH, OFFICER_ID, SECOND, SECOND_HEAD_ID } from './build.ts';
import { TriageDesk } from './triage-desk.ts';

const desk = new TriageDesk();
let matter = '';

beforeAll(() => desk.open());
beforeEach(async () => {
  await desk.receive();
  [{ matter_id: matter }] = (await desk.rows('select matter_id from petitions.petition where id = $1', [
    desk.letter,
  ])) as [{ matter_id: string }];
});
afterAll(() => desk.close());

const of = (staffId: string, roles: Viewer['roles'], departmentIds: string[]) =>
  buildViewer(HERE, roles, { staffId, departmentIds });
const handler = of(HANDLER_ID, ['HANDLER'], [SECOND]);
const head = of(SECOND_HEAD_ID, ['DEPARTMENT_HEAD'], [SECOND]);
const officer = of(OFFICER_ID, ['CLERK'], [NINTH]);

const declare = (viewer: Viewer, change: Record<string, unknown> = {}) =>
  desk.ask(viewer, 'mutation ($input: DeclareRecusalInput!) { declareRecusal(input: $input) { petitionId own } }', {
    input: { petitionId: desk.letter, reason: '与信访人王勤系亲属', ...change },
  });
const query = (viewer: Viewer) =>
  desk.ask(
    viewer,
    `{ petition(id: "${desk.letter}") { handler { id } recusals { id reason staff { id } liftedOn } } }`,
  );
const references = (viewer: Viewer) =>
  desk.ask(
    viewer,
    `{ _entities(representations: [{ __typename: "Petition", id: "${desk.letter}" }, { __typename: "Matter", id: "${matter}" }]) {
    ... on Petition { number } ... on Matter { subject petitions { number } } } }`,
  );

test('who declares an interest finds the matter at no door any more, and no list shows it', async () => {
  expect((await declare(clerk)).data.declareRecusal).toEqual({ petitionId: desk.letter, own: true });
  expect((await query(clerk)).data.petition).toBeNull();
  expect((await references(clerk)).data._entities).toEqual([null, null]);
  expect((await desk.triage({}, clerk)).errors[0].extensions.code).toBe('PETITION_NOT_FOUND');
  const { data } = await desk.ask(clerk, '{ worklist { edges { node { id } } } triageLanes { petitions { id } } }');
  expect(JSON.stringify(data)).not.toContain(desk.letter);
  const seen = (await query(officer)).data.petition;
  expect(seen.recusals).toEqual([
    { id: expect.any(String), reason: '与信访人王*系亲属', staff: { id: CLERK_ID }, liftedOn: null },
  ]);
  const stored = JSON.stringify(await desk.rows('select r::text as row from petitions.recusal r'));
  expect(stored).not.toContain(Buffer.from('亲属').toString('hex'));
});

test('a head declares for a handler: what they handled waits for somebody else, and nobody can give it back', async () => {
  await desk.triage();
  expect((await declare(head, { staffId: HANDLER_ID })).data.declareRecusal.own).toBe(false);
  expect((await query(handler)).data.petition).toBeNull();
  expect((await query(head)).data.petition.handler).toBeNull();
  const { version } = (await desk.ask(clerk, `{ petition(id: "${desk.letter}") { version } }`)).data.petition;
  const again = await desk.assign({ version, handlingDepartmentId: SECOND, handlerId: HANDLER_ID });
  expect(again.errors[0].extensions).toMatchObject({ code: 'STAFF_RECUSED', details: { field: 'handlerId' } });
  const twice = await declare(head, { staffId: HANDLER_ID });
  expect(twice.errors[0].extensions).toMatchObject({ code: 'STAFF_RECUSED', details: { field: 'staffId' } });
});

test('a recused handler is not chosen at triage either', async () => {
  const ninthHead = of(OFFICER_ID, ['DEPARTMENT_HEAD'], [NINTH]);
  await declare(ninthHead, { staffId: HANDLER_ID });
  const { version } = (await desk.ask(clerk, `{ petition(id: "${desk.letter}") { version } }`)).data.petition;
  expect((await desk.triage({ version })).errors[0].extensions.code).toBe('STAFF_RECUSED');
});

test('it is lifted by a head, never by the one who keeps away', async () => {
  await declare(clerk);
  const [{ id }] = (await query(officer)).data.petition.recusals;
  const lift = (viewer: Viewer) =>
    desk.ask(viewer, `mutation { liftRecusal(id: "${id}") { petition { recusals { liftedOn } } } }`);
  expect((await lift(clerk)).errors[0].extensions.code).toBe('PETITION_NOT_FOUND');
  expect((await lift(officer)).errors[0].extensions.code).toBe('NOT_ALLOWED');
  const ninthHead = of(OFFICER_ID, ['DEPARTMENT_HEAD'], [NINTH]);
  expect((await lift(ninthHead)).data.liftRecusal.petition.recusals).toEqual([{ liftedOn: '2026-11-23' }]);
  expect((await lift(ninthHead)).errors[0].extensions.code).toBe('RECUSAL_LIFTED');
  expect((await query(clerk)).data.petition).not.toBeNull();
});

test.each<[string, Viewer, Record<string, unknown>, string]>([
  ['a clerk for a colleague', clerk, { staffId: OFFICER_ID }, 'NOT_ALLOWED'],
  ['somebody of another department', handler, {}, 'PETITION_NOT_FOUND'],
  [
    'somebody of another institution',
    buildViewer(ELSEWHERE, ['CLERK'], { staffId: CLERK_ID, departmentIds: [NINTH] }),
    {},
    'PETITION_NOT_FOUND',
  ],
  ['an auditor', of(CLERK_ID, ['AUDITOR'], [NINTH]), {}, 'NOT_ALLOWED'],
  [
    'a leader for somebody who is not here',
    of(OFFICER_ID, ['LEADER'], []),
    { staffId: '01900000-0000-7000-8000-0000000000ff' },
    'STAFF_NOT_FOUND',
  ],
  ['somebody without a reason', clerk, { reason: ' ' }, 'TEXT_TOO_SHORT'],
])('%s declares nothing', async (_, viewer, change, code) => {
  const before = await desk.stored();
  expect((await declare(viewer, change)).errors[0].extensions.code).toBe(code);
  expect(await desk.stored()).toBe(before);
});
