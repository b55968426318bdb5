import { buildViewer } from '@everyletter/kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { HANDLER_ID, HERE, OFFICER_ID, SECOND, SECOND_HEAD_ID } from './build.ts';
import { NOBODY } from './desk.ts';
import { TriageDesk } from './triage-desk.ts';

const system = buildViewer(HERE, ['SYSTEM_ADMINISTRATOR']);
const NEWCOMER = '01900000-0000-7000-8000-00000000f001';
const desk = new TriageDesk();
let told = 0;

beforeAll(() => desk.open({ jobs: true }));
beforeEach(() => desk.receive());
afterAll(() => desk.close());

/** As the roster tells of it; answers the event's id. */
async function tell(event: 'roster.staff-changed' | 'roster.staff-handed-over', payload: object): Promise<string> {
  told += 1;
  const eventId = `01900000-0000-7000-8000-${String(told).padStart(12, '0')}`;
  await desk.database.deliver(event, { institutionId: HERE, eventId, payload: { version: told, ...payload } });
  return eventId;
}

const changed = (version: number, active: boolean, departmentId = SECOND) =>
  tell('roster.staff-changed', { version, staffId: NEWCOMER, departmentId, roles: ['HANDLER'], active });

test('a newcomer may be given a petition as soon as the roster has told of them, one who left no longer', async () => {
  await desk.triage();
  expect((await desk.assign({ handlingDepartmentId: SECOND, handlerId: NEWCOMER })).errors[0].extensions.code).toBe(
    'STAFF_NOT_FOUND',
  );
  await changed(1, true);
  expect((await desk.assign({ handlingDepartmentId: SECOND, handlerId: NEWCOMER })).errors).toBeUndefined();
  await changed(2, false);
  await desk.receive();
  await desk.triage();
  expect((await desk.assign({ handlingDepartmentId: SECOND, handlerId: NEWCOMER })).errors[0].extensions.code).toBe(
    'STAFF_NOT_FOUND',
  );
});

test('what was told later than something newer changes nothing', async () => {
  await changed(9, false);
  await changed(8, true);
  expect(await desk.rows('select active, version from petitions.colleague where id = $1', [NEWCOMER])).toEqual([
    { active: false, version: 9 },
  ]);
});

test('who leaves hands every unanswered petition on, and each tells its timeline', async () => {
  await desk.triage();
  const counts = `{ _entities(representations: [{ __typename: "Staff", id: "${HANDLER_ID}" },
    { __typename: "Staff", id: "${SECOND_HEAD_ID}" }]) { ... on Staff { openPetitionCount } } }`;
  const countsNow = async () =>
    (await desk.ask(system, counts)).data._entities.map((one: { openPetitionCount: number }) => one.openPetitionCount);
  const [before = 0, others = 0] = await countsNow();
  expect(before).toBeGreaterThan(0);
  await tell('roster.staff-handed-over', { fromStaffId: HANDLER_ID, toStaffId: SECOND_HEAD_ID });
  expect(await countsNow()).toEqual([0, others + before]);
  const [entry] = await desk.rows(
    `select actor_id, facts from petitions.timeline_entry where petition_id = $1 order by id desc limit 1`,
    [desk.letter],
  );
  expect(entry).toEqual({
    actor_id: null,
    facts: {
      departmentId: SECOND,
      handlerId: SECOND_HEAD_ID,
      earlierDepartmentId: SECOND,
      earlierHandlerId: HANDLER_ID,
    },
  });
});

test('an administrator counts what somebody has in hand and reads none of it; a stranger not even that', async () => {
  const query = `{ petition(id: "${desk.letter}") { id } }`;
  expect((await desk.ask(system, query)).errors[0].extensions.code).toBe('NOT_ALLOWED');
  const reference = `{ _entities(representations: [{ __typename: "Staff", id: "${OFFICER_ID}" }]) { __typename } }`;
  expect((await desk.ask(buildViewer(NOBODY, ['SYSTEM_ADMINISTRATOR']), reference)).data._entities).toEqual([null]);
});
