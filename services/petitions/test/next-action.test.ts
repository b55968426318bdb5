import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aLetter, clerk, NINTH, register } from './build.ts';
import { ContactDesk, VISIT } from './contact-desk.ts';

const desk = new ContactDesk();

beforeAll(() => desk.open());
beforeEach(() => desk.receive());
afterAll(() => desk.close());

test('what comes next follows the desk: triage, search, reply, and another way when the phone is dead', async () => {
  const next = async () =>
    (await desk.ask(clerk, `{ petition(id: "${desk.letter}") { nextAction { kind dueOn } } }`)).data.petition;
  expect(await next()).toEqual({ nextAction: { kind: 'TRIAGE', dueOn: '2026-11-23' } });
  await desk.ask(
    clerk,
    `mutation ($input: TriagePetitionInput!) { triagePetition(input: $input) { petition { id } } }`,
    {
      input: {
        petitionId: desk.letter,
        version: 1,
        track: 'REAL_NAME',
        disposition: 'ACCEPTED',
        handlingDepartmentId: NINTH,
      },
    },
  );
  expect((await next()).nextAction.kind).toBe('ARCHIVE_SEARCH');
  expect((await desk.search()).data.recordArchiveSearch.petition.nextAction.kind).toBe('DRAFT_REPLY');
  expect((await desk.attempt()).data.recordContactAttempt.petition.nextAction.kind).toBe('CONTACT');
  expect((await desk.attempt(VISIT)).data.recordContactAttempt.petition.nextAction.kind).toBe('DRAFT_REPLY');
});

test('a page of the desk asks for what comes next in as many statements as one petition does', async () => {
  await register(
    desk.database,
    Array.from({ length: 20 }, () => aLetter()),
  );
  const query = (first: number) => `{ worklist(first: ${first}) { edges { node { id nextAction { kind }
    clocks { kind dueOn steps { zh } } repeatOf { id } superiorOrder { from } contactAttempts { suggestedNext } } } } }`;
  const one = await desk.database.statementsOf(() => desk.ask(clerk, query(1)));
  const twenty = await desk.database.statementsOf(() => desk.ask(clerk, query(20)));
  expect(twenty).toHaveLength(one.length);
});

test('every clock says how it was counted, and the order from above is one of them', async () => {
  await desk.receive({ superiorFrom: '北京市人民检察院', reportBackDueOn: '2026-12-31' as never });
  const { data } = await desk.ask(
    clerk,
    `{ petition(id: "${desk.letter}") { superiorOrder { from reportBackDueOn clock { kind dueOn } }
      clocks { kind state dueOn policyVersion calendarVersion steps { zh en } }
      matter { petitions { id } substantiveClock { dueOn } followUpClock { dueOn } } } }`,
  );
  expect(data.petition.clocks).toMatchObject([
    { kind: 'PROCEDURAL', dueOn: '2026-11-23', policyVersion: '2025.1', calendarVersion: 1 },
    { kind: 'SUBSTANTIVE', dueOn: '2027-02-16', state: 'RUNNING' },
    { kind: 'SUPERIOR_REPORT', dueOn: '2026-12-31' },
  ]);
  expect(data.petition.clocks[0].steps[0].zh).toBe('2026年11月16日收到，次日（2026年11月17日）起算');
  expect(data.petition.clocks[2].steps).toEqual([
    { zh: '上级机关要求于2026年12月31日前报告', en: 'The organ above wants the report by 2026-12-31' },
  ]);
  expect(data.petition.superiorOrder).toEqual({
    from: '北京市人民检察院',
    reportBackDueOn: '2026-12-31',
    clock: { kind: 'SUPERIOR_REPORT', dueOn: '2026-12-31' },
  });
  expect(data.petition.matter).toEqual({
    petitions: [{ id: desk.letter }],
    substantiveClock: { dueOn: '2027-02-16' },
    followUpClock: null,
  });
});
