import { buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clerk, ELSEWHERE, HANDLER_ID, HERE, NINTH, SECOND } from './build.ts';
import { ContactDesk, PAGE, VISIT } from './contact-desk.ts';

const desk = new ContactDesk();

beforeAll(() => desk.open());
beforeEach(() => desk.receive());
afterAll(() => desk.close());

const viewer = (institution: string, roles: Viewer['roles'], departmentIds: string[]) =>
  buildViewer(institution, roles, { staffId: HANDLER_ID, departmentIds });
test.each<[string, Viewer, string]>([
  ['of another institution', viewer(ELSEWHERE, ['HANDLER'], [NINTH]), 'PETITION_NOT_FOUND'],
  ['of another department', viewer(HERE, ['HANDLER'], [SECOND]), 'PETITION_NOT_FOUND'],
  ['of no department', viewer(HERE, ['DEPARTMENT_HEAD'], []), 'PETITION_NOT_FOUND'],
  ['who only looks on, a leader', viewer(HERE, ['LEADER'], []), 'NOT_ALLOWED'],
  ['who mediates', viewer(HERE, ['MEDIATOR'], [NINTH]), 'NOT_ALLOWED'],
  ['who audits', viewer(HERE, ['AUDITOR'], [NINTH]), 'NOT_ALLOWED'],
])('a stranger %s writes nothing down', async (_, stranger, code) => {
  const before = await desk.traces();
  expect((await desk.search({}, stranger)).errors[0].extensions.code).toBe(code);
  expect((await desk.attempt({}, stranger)).errors[0].extensions.code).toBe(code);
  expect(await desk.traces()).toBe(before);
});

test('a stranger reads no search and no attempt, by query or by reference', async () => {
  await desk.search();
  await desk.attempt(VISIT);
  const [{ matter_id: matter }] = await desk.rows('select matter_id from petitions.petition where id = $1', [
    desk.letter,
  ]);
  const stranger = viewer(ELSEWHERE, ['LEADER'], []);
  const { data } = await desk.ask(stranger, `{ petition(id: "${desk.letter}") { ${PAGE} } }`);
  expect(data.petition).toBeNull();
  const doors = await desk.ask(
    stranger,
    `{ _entities(representations: [{ __typename: "Petition", id: "${desk.letter}" }, { __typename: "Matter", id: "${matter}" }]) {
      ... on Petition { contactAttempts { record } } ... on Matter { petitions { archiveSearches { note } } } } }`,
  );
  expect(doors.data._entities).toEqual([null, null]);
});

test('the department that handles it reads it all and may write', async () => {
  await desk.search();
  const accept = { petitionId: desk.letter, version: 1, track: 'REAL_NAME', disposition: 'ACCEPTED' };
  await desk.ask(
    clerk,
    `mutation ($input: TriagePetitionInput!) { triagePetition(input: $input) { petition { id } } }`,
    {
      input: { ...accept, handlingDepartmentId: SECOND },
    },
  );
  const handler = viewer(HERE, ['HANDLER'], [SECOND]);
  const { data } = await desk.ask(
    handler,
    `{ petition(id: "${desk.letter}") { archiveSearches { note } viewerCanTriage } }`,
  );
  expect(data.petition).toEqual({ archiveSearches: [{ note: '以王*为名未查到立案材料' }], viewerCanTriage: false });
  expect((await desk.attempt({ officerIds: [HANDLER_ID] }, handler)).errors).toBeUndefined();
});
