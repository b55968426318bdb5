import { buildViewer } from '@everyletter/kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clerk, ELSEWHERE, HANDLER_ID, HERE, NINTH } from './build.ts';
import { NOBODY } from './desk.ts';
import { handler, leader, ReplyDesk } from './reply-desk.ts';

const desk = new ReplyDesk();
const PETITION = `hearings { id kind state officers outcome record heldOn } assistanceToldOn
  tasks { id words dueOn doneOn assignee { id } } notes { words writtenBy { id } } timeline { kind words { zh } }`;

beforeAll(() => desk.open());
beforeEach(async () => {
  desk.now = '2026-11-23T04:00:00Z';
  await desk.receive();
  await desk.triage(desk.letter);
});
afterAll(() => desk.close());

async function change(name: string, input: object, viewer = handler) {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { petition { ${PETITION} } } }`;
  const { data, errors } = await desk.ask(viewer, mutation, { input });
  return errors ? errors[0].extensions.code : data[name].petition;
}

const plan = (over: object = {}, viewer = handler) =>
  change(
    'planHearing',
    {
      ...{ petitionId: desk.letter, kind: 'STANDARD', plannedOn: '2026-11-26', startsAt: '09:30', place: '听证室' },
      ...{ noticedOn: '2026-11-23', officers: ['赵甲', '钱乙', '孙丙'], ...over },
    },
    viewer,
  );
const task = (over: object = {}, viewer = clerk) =>
  change(
    'addTask',
    { petitionId: desk.letter, words: '调阅 1999 年卷宗', assigneeId: HANDLER_ID, dueOn: '2026-11-30', ...over },
    viewer,
  );
const finish = async (taskId: string, viewer = handler) => {
  const { data, errors } = await desk.ask(
    viewer,
    `mutation { finishTask(taskId: "${taskId}") { petition { tasks { doneOn } } } }`,
  );
  return errors ? errors[0].extensions.code : data.finishTask.petition.tasks;
};

describe('a hearing', () => {
  test('is planned with its officers, held, and told with what the majority holds', async () => {
    const planned = await plan();
    expect(planned.hearings).toMatchObject([{ state: 'PLANNED', officers: ['赵甲', '钱乙', '孙丙'] }]);
    desk.now = '2026-11-26T04:00:00Z';
    const [{ id }] = planned.hearings;
    const record = '王勤陈述意见；三名听证员一致认为原处理并无不当。';
    const held = await change('recordHearing', {
      hearingId: id,
      heldOn: '2026-11-26',
      outcome: 'NOT_SUPPORTED',
      record,
    });
    expect(held.hearings).toMatchObject([{ state: 'HELD', outcome: 'NOT_SUPPORTED', heldOn: '2026-11-26' }]);
    expect(held.hearings[0].record).not.toContain('王勤');
    expect(held.timeline.at(-1).words.zh).toBe('举行听证：公开听证，多数意见不支持');
    expect(await change('callOffHearing', { hearingId: id, reason: '已经举行' })).toBe('HEARING_NOT_PLANNED');
  });

  test('can be called off, with the reason', async () => {
    const [{ id }] = (await plan()).hearings;
    expect((await change('callOffHearing', { hearingId: id, reason: '信访人住院' })).hearings[0].state).toBe(
      'CALLED_OFF',
    );
  });

  test.each<[string, object, string]>([
    ['two officers', { officers: ['赵甲', '钱乙'] }, 'HEARING_OFFICERS_TOO_FEW'],
    ['too short a notice', { plannedOn: '2026-11-25' }, 'HEARING_NOTICE_TOO_SHORT'],
    ['no such time', { startsAt: '25:00' }, 'HEARING_TIME_INVALID'],
    ['no place', { place: ' ' }, 'TEXT_TOO_SHORT'],
  ])('with %s is refused and not kept', async (_, over, code) => {
    expect(await plan(over)).toBe(code);
    expect(await desk.rows('select from petitions.hearing where petition_id = $1', [desk.letter])).toEqual([]);
  });
});

describe('tasks and notes', () => {
  test('a task is given by a day, done once, and its words are sealed', async () => {
    const given = await task();
    expect(given.tasks).toMatchObject([{ dueOn: '2026-11-30', doneOn: null, assignee: { id: HANDLER_ID } }]);
    expect(await finish(given.tasks[0].id)).toEqual([{ doneOn: '2026-11-23' }]);
    expect(await finish(given.tasks[0].id)).toBe('TASK_ALREADY_DONE');
    const [{ stored }] = await desk.rows(`select string_agg(t::text, '') as stored from petitions.task t`);
    expect(stored.includes(Buffer.from('卷宗').toString('hex'))).toBe(false);
  });

  test.each<[string, object, string]>([
    ['for yesterday', { dueOn: '2026-11-22' }, 'TASK_DUE_IN_PAST'],
    ['for nobody of the house', { assigneeId: NOBODY }, 'STAFF_NOT_FOUND'],
    ['without words', { words: ' ' }, 'TEXT_TOO_SHORT'],
  ])('a task %s is refused', async (_, over, code) => {
    expect(await task(over)).toBe(code);
  });

  test('a note stays among colleagues, and assistance is told once', async () => {
    const noted = await change('addNote', { petitionId: desk.letter, words: '下午三点后方便接电话' });
    expect(noted.notes).toEqual([{ words: '下午三点后方便接电话', writtenBy: { id: HANDLER_ID } }]);
    const tell = { petitionId: desk.letter, toldOn: '2026-11-23' };
    expect((await change('tellAssistance', tell)).assistanceToldOn).toBe('2026-11-23');
    expect(await change('tellAssistance', tell)).toBe('ASSISTANCE_ALREADY_TOLD');
  });
});

test.each<[string, typeof clerk, string]>([
  [
    'of another institution',
    buildViewer(ELSEWHERE, ['CLERK'], { staffId: HERE, departmentIds: [NINTH] }),
    'PETITION_NOT_FOUND',
  ],
  ['who only looks on', leader, 'NOT_ALLOWED'],
  ['who audits', buildViewer(HERE, ['AUDITOR'], { departmentIds: [NINTH] }), 'NOT_ALLOWED'],
])('a stranger %s plans nothing, gives no task and reads none', async (_, stranger, code) => {
  const given = await task();
  expect(await plan({}, stranger)).toBe(code);
  expect(await task({}, stranger)).toBe(code);
  expect(await finish(given.tasks[0].id, stranger)).toBe(code === 'NOT_ALLOWED' ? code : 'TASK_NOT_FOUND');
  const reference = `{ _entities(representations: [{ __typename: "Petition", id: "${desk.letter}" }]) { ... on Petition { tasks { words } } } }`;
  if (code === 'PETITION_NOT_FOUND') expect((await desk.ask(stranger, reference)).data._entities).toEqual([null]);
});
