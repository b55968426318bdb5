import { type Answer, buildViewer } from '@everyletter/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { staffId } from '../demo/ids.ts';
import { HOME, INSTITUTIONS } from '../demo/people.ts';
import { clerk, leader, planner, RotaDesk } from './rota-desk.ts';

const PETITION = '01900000-0000-7000-8000-00000000c001';
const OWNED = `caseOwnership { id version plan outcome dueOn openedOn closedOn isOverdue viewerCanChange
  leader { id } responsible { id } } petition { id caseOwnerships { id } }`;
const desk = new RotaDesk();
beforeAll(() => desk.open(), 60_000);
afterAll(() => desk.close());

const terms = {
  leaderId: staffId(2),
  responsibleId: staffId(12),
  plan: '先听取意见，再约谈承办人',
  dueOn: '2026-12-31',
};
const open = (change: object = {}, viewer = leader) =>
  desk.change(viewer, 'openCaseOwnership', { petitionId: PETITION, ...terms, ...change }, OWNED);
const codeOf = ({ errors }: Answer) => errors?.[0].extensions.code;
let owned: Answer;

test('a leader owns a case: one leader, one responsible person, one plan, sealed where it lies', async () => {
  const { data, errors } = await open();
  expect(errors).toBeUndefined();
  owned = data.openCaseOwnership.caseOwnership;
  expect(owned).toMatchObject({ plan: terms.plan, openedOn: '2026-11-23', closedOn: null, viewerCanChange: true });
  expect(data.openCaseOwnership.petition.caseOwnerships).toEqual([{ id: owned.id }]);
  const kept = JSON.stringify([
    await desk.rows('select o::text from roster.case_ownership o'),
    await desk.rows('select content from roster.audit_entry'),
  ]);
  expect(kept).not.toContain('听取意见');
  expect(kept).not.toContain(Buffer.from('听取意见').toString('hex'));
  expect(codeOf(await open())).toBe('CASE_OWNED');
  const mine = await desk.ask(leader, '{ myCaseOwnerships { id isOverdue } }');
  expect(mine.data.myCaseOwnerships).toEqual([{ id: owned.id, isOverdue: false }]);
});

test.each<[string, object, string]>([
  ['the leader as the responsible person', { responsibleId: staffId(2) }, 'RESPONSIBLE_IS_LEADER'],
  ['somebody who is no leader', { leaderId: staffId(11) }, 'NOT_A_LEADER'],
  ['somebody who is not there', { responsibleId: staffId(999) }, 'STAFF_NOT_FOUND'],
  ['a day that is over', { dueOn: '2026-11-20' }, 'TASK_DUE_IN_PAST'],
  ['no plan', { plan: ' ' }, 'TEXT_TOO_SHORT'],
])('with %s no case is owned', async (_, change, code) => {
  const other = { petitionId: '01900000-0000-7000-8000-00000000c002' };
  expect(codeOf(await open({ ...other, ...change }))).toBe(code);
  expect(await desk.rows('select id from roster.case_ownership')).toHaveLength(1);
});

test('it is handed on, closed with what came of it, and then stands', async () => {
  const change = (input: object, name = 'changeCaseOwnership') =>
    desk.change(leader, name, { id: owned.id, version: owned.version, ...input }, OWNED);
  const { data } = await change({ ...terms, leaderId: staffId(3) });
  expect(data.changeCaseOwnership.caseOwnership).toMatchObject({
    leader: { id: staffId(3) },
    version: owned.version + 1,
  });
  expect(codeOf(await change({ outcome: '已息诉' }, 'closeCaseOwnership'))).toBe('CASE_OWNERSHIP_CHANGED');
  owned = data.changeCaseOwnership.caseOwnership;
  const closed = (await change({ outcome: '当面答复，当事人接受' }, 'closeCaseOwnership')).data.closeCaseOwnership;
  expect(closed.caseOwnership).toMatchObject({
    closedOn: '2026-11-23',
    outcome: '当面答复，当事人接受',
    viewerCanChange: false,
  });
  owned = closed.caseOwnership;
  expect(codeOf(await change({ outcome: '再来一次' }, 'closeCaseOwnership'))).toBe('CASE_OWNERSHIP_CLOSED');
});

test('who must not hear a matter is neither booked for it, nor given it, nor shown who owns it', async () => {
  const recused = (lifted: boolean) =>
    desk.rows(
      `insert into roster.recused values ($1, $2, $3, $4, 1) on conflict (institution_id, petition_id, staff_id)
       do update set lifted = $4`,
      [HOME, PETITION, staffId(1), lifted],
    );
  const { data } = await desk.ask(
    clerk,
    '{ receptionDays(from: "2026-11-24", to: "2027-01-31") { id date revision leader { id } } }',
  );
  const days: Answer[] = data.receptionDays;
  const own = days.find((day) => day.leader.id === staffId(1));
  const others = days.find((day) => day.leader.id === staffId(4));
  const book = (day: Answer) =>
    desk.change(
      clerk,
      'bookReception',
      { receptionDayId: day.id, kind: 'BOOKED', name: '王勤', people: 1, petitionId: PETITION },
      'ticket { id }',
    );
  await recused(false);
  expect(codeOf(await book(own))).toBe('LEADER_RECUSED');
  expect((await book(others)).errors).toBeUndefined();
  const given = { receptionDayId: others.id, revision: others.revision, leaderId: staffId(1), reason: '开会' };
  expect(codeOf(await desk.change(planner, 'substituteLeader', given, 'receptionDay { id }'))).toBe('LEADER_RECUSED');
  expect(codeOf(await open({ leaderId: staffId(1) }))).toBe('LEADER_RECUSED');
  const absent = { staffId: staffId(4), kind: 'TRIP', from: others.date, to: others.date };
  await desk.change(planner, 'recordAbsence', absent, 'absence { id }');
  const mended = await desk.repaired([others.date]);
  const turns = mended.turns.filter(({ date }: { date: string }) => date === others.date);
  expect(turns.flatMap(({ leaderIds }: { leaderIds: string[] }) => leaderIds)).not.toContain(staffId(1));
  const chief = buildViewer(HOME, ['LEADER'], { staffId: staffId(1) });
  const seen = `{ _entities(representations: [{ __typename: "CaseOwnership", id: "${owned.id}" }]) { __typename } }`;
  expect((await desk.ask(chief, seen)).data._entities).toEqual([null]);
  await recused(true);
  expect((await desk.ask(chief, seen)).data._entities).toEqual([{ __typename: 'CaseOwnership' }]);
});

test('a stranger finds no case at any door', async () => {
  const elsewhere = buildViewer(INSTITUTIONS[0].id, ['LEADER'], { staffId: staffId(2) });
  const { data } = await desk.ask(
    elsewhere,
    `{ myCaseOwnerships { id } _entities(representations: [{ __typename: "CaseOwnership", id: "${owned.id}" },
       { __typename: "Petition", id: "${PETITION}" }]) { ... on CaseOwnership { id } ... on Petition { caseOwnerships { id } } } }`,
  );
  expect(data).toEqual({ myCaseOwnerships: [], _entities: [null, { caseOwnerships: [] }] });
  const input = { id: owned.id, version: owned.version, outcome: '不相干的人' };
  expect(codeOf(await desk.change(elsewhere, 'closeCaseOwnership', input, OWNED))).toBe('CASE_OWNERSHIP_NOT_FOUND');
  expect(codeOf(await open({ petitionId: '01900000-0000-7000-8000-00000000c003' }, clerk))).toBe('NOT_ALLOWED');
  expect(codeOf(await desk.change(planner, 'closeCaseOwnership', input, OWNED))).toBe('NOT_ALLOWED');
});
