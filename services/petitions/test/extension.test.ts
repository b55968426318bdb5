import { type Answer, buildViewer } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import type { Viewer } from '@everyletter/kit/viewer';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clerk, ELSEWHERE, HERE, SECOND } from './build.ts';
import { handler, leader, ReplyDesk, secondHead } from './reply-desk.ts';

const EXTENSION = `id version state months reason papers dueOnBefore dueOnAfter requestedOn decidedOn decisionReason
  requestedBy { id } decidedBy { id } notice { kind state author { id } fields { key value } }
  viewerCanDecide viewerCanWithdraw`;
const PETITION = `id extensionMonthsToAskFor clocks { kind dueOn stoppedOn state owner { id }
  steps { zh en } events { type on months dueOn recordedBy { id } } } timeline { kind words { zh } detail }`;

class ExtensionDesk extends ReplyDesk {
  async take(viewer: Viewer, name: string, input: object): Promise<Answer> {
    const type = name === 'requestExtension' ? 'RequestExtensionInput' : 'ExtensionStepInput';
    const { data, errors } = await this.ask(
      viewer,
      `mutation ($input: ${type}!) { ${name}(input: $input) { extension { ${EXTENSION} } petition { ${PETITION} } } }`,
      { input },
    );
    return errors ? { code: errors[0].extensions.code, ...errors[0].extensions.details } : data[name];
  }

  request(change: object = {}, viewer = handler): Promise<Answer> {
    const input = {
      petitionId: this.letter,
      months: 1,
      reason: '须向王勤原单位调取档案',
      papers: '调档函一份',
      ...change,
    };
    return this.take(viewer, 'requestExtension', input);
  }

  async clock(kind: string): Promise<Answer> {
    const { data } = await this.ask(leader, `{ petition(id: "${this.letter}") { ${PETITION} } }`);
    return data.petition.clocks.find((clock: Answer) => clock.kind === kind);
  }

  async traces(): Promise<string> {
    return JSON.stringify(
      await this.rows(
        `select (select count(*) from petitions.extension) as asked, (select count(*) from petitions.clock_event) as events,
          (select count(*) from petitions.timeline_entry) as told, (select count(*) from petitions.audit_entry) as audited,
          (select count(*) from petitions.reply) as letters`,
      ),
    );
  }
}

const desk = new ExtensionDesk();
beforeAll(() => desk.open());
afterAll(() => desk.close());
beforeEach(async () => {
  desk.now = '2026-11-23T04:00:00Z';
  await desk.receive({ receivedOn: localDate('2026-08-24') });
  await desk.triage(desk.letter);
});

test('more time: asked with reasons, granted by a leader, told to the petitioner, and counted from the start', async () => {
  const { extension, petition } = await desk.request();
  expect(extension).toMatchObject({
    state: 'REQUESTED',
    reason: '须向王*原单位调取档案',
    papers: '调档函一份',
    dueOnBefore: '2026-11-24',
    dueOnAfter: '2026-12-24',
    viewerCanDecide: false,
    viewerCanWithdraw: true,
  });
  expect((await desk.clock('SUBSTANTIVE')).dueOn).toBe('2026-11-24');
  expect(petition.extensionMonthsToAskFor).toBe(0);
  const granted = await desk.take(leader, 'approveExtension', { extensionId: extension.id, version: 1 });
  expect(granted.extension).toMatchObject({ state: 'APPROVED', dueOnAfter: '2026-12-24', decidedOn: '2026-11-23' });
  const { kind, state, author, fields } = granted.extension.notice;
  expect({ kind, state, author }).toEqual({ kind: 'EXTENSION', state: 'DRAFT', author: { id: handler.staffId } });
  expect(fields).toContainEqual({ key: 'newDueOn', value: '2026-12-24' });
  const clock = await desk.clock('SUBSTANTIVE');
  expect(clock).toMatchObject({ dueOn: '2026-12-24', state: 'RUNNING', owner: { id: SECOND } });
  expect(clock.steps.map((step: Answer) => step.zh)).toContain('经批准延长1个月，期限共4个月');
  expect(clock.events).toMatchObject([
    { type: 'STARTED', on: '2026-08-24', dueOn: '2026-11-24' },
    { type: 'EXTENDED', on: '2026-11-23', months: 1, dueOn: '2026-12-24', recordedBy: { id: leader.staffId } },
  ]);
});

test('the monthly answer begins where the three months would have ended, and the notice moves it', async () => {
  const { extension } = await desk.request({ months: 3 });
  await desk.take(leader, 'approveExtension', { extensionId: extension.id, version: 1 });
  expect((await desk.clock('FOLLOW_UP')).dueOn).toBe('2026-11-24');
  const [{ id, version }] = await desk.rows(`select id, version from petitions.reply where petition_id = $1`, [
    desk.letter,
  ]);
  const fields = [
    { key: 'done', value: '已调取卷宗' },
    { key: 'handlingDepartment', value: '第二检察部' },
  ];
  await desk.step(handler, 'editReply', { replyId: id, version, fields });
  const submitted = await desk.step(handler, 'submitReply', { replyId: id, version: version + 1 });
  await desk.sent(submitted.reply, { signer: secondHead, poster: handler, on: '2026-11-23' });
  const [monthly, substantive] = [await desk.clock('FOLLOW_UP'), await desk.clock('SUBSTANTIVE')];
  expect(monthly.dueOn).toBe('2026-11-24');
  expect(substantive).toMatchObject({ dueOn: '2027-02-24', stoppedOn: null });
});

test('refused with a reason, the day stays; taken back, another may be asked', async () => {
  const before = await desk.clock('SUBSTANTIVE');
  const { extension } = await desk.request();
  const refusal = { extensionId: extension.id, version: 1 };
  expect(await desk.take(leader, 'refuseExtension', refusal)).toMatchObject({
    code: 'TEXT_TOO_SHORT',
    field: 'reason',
  });
  const refused = await desk.take(leader, 'refuseExtension', { ...refusal, reason: '卷宗已在本院' });
  expect(refused.extension).toMatchObject({ state: 'REFUSED', decisionReason: '卷宗已在本院', notice: null });
  expect(await desk.clock('SUBSTANTIVE')).toEqual(before);
  const again = await desk.request();
  const withdrawn = await desk.take(handler, 'withdrawExtension', { extensionId: again.extension.id, version: 1 });
  expect(withdrawn.extension.state).toBe('WITHDRAWN');
  expect(withdrawn.petition.extensionMonthsToAskFor).toBe(3);
});

test('what the rules forbid is refused by name and changes nothing', async () => {
  const { extension } = await desk.request();
  const step = { extensionId: extension.id, version: 1 };
  const before = await desk.traces();
  expect(await desk.request()).toMatchObject({ code: 'EXTENSION_ALREADY_ASKED' });
  expect(await desk.request({ months: 4 })).toMatchObject({ code: 'EXTENSION_ALREADY_ASKED' });
  expect(await desk.request({ reason: '  ' })).toMatchObject({ code: 'TEXT_TOO_SHORT', field: 'reason' });
  expect(await desk.take(leader, 'approveExtension', { ...step, version: 7 })).toMatchObject({
    code: 'EXTENSION_CHANGED',
  });
  const both = buildViewer(HERE, ['LEADER', 'HANDLER'], { staffId: handler.staffId, departmentIds: [SECOND] });
  expect(await desk.take(both, 'approveExtension', step)).toMatchObject({ code: 'EXTENSION_APPROVER_ASKED' });
  desk.now = '2026-11-25T04:00:00Z';
  expect(await desk.take(leader, 'approveExtension', step)).toMatchObject({ code: 'EXTENSION_AFTER_DUE' });
  expect(await desk.traces()).toBe(before);
});

test.each<[string, Viewer, string]>([
  ['a clerk of the receiving department', clerk, 'NOT_ALLOWED'],
  ['a leader', leader, 'NOT_ALLOWED'],
  ['an auditor', buildViewer(HERE, ['AUDITOR'], { staffId: handler.staffId, departmentIds: [SECOND] }), 'NOT_ALLOWED'],
  [
    'another institution',
    buildViewer(ELSEWHERE, ['HANDLER'], { staffId: handler.staffId, departmentIds: [SECOND] }),
    'PETITION_NOT_FOUND',
  ],
])('%s does not ask', async (_, viewer, code) => {
  expect(await desk.request({}, viewer)).toMatchObject({ code });
});

test('a stranger finds no request at any door', async () => {
  const { extension } = await desk.request();
  const stranger = buildViewer(ELSEWHERE, ['LEADER'], { staffId: leader.staffId });
  const { data } = await desk.ask(
    stranger,
    `{ extensions { totalCount edges { node { id } } }
       _entities(representations: [{ __typename: "Extension", id: "${extension.id}" }]) { ... on Extension { reason } } }`,
  );
  expect(data).toEqual({ extensions: { totalCount: 0, edges: [] }, _entities: [null] });
  const step = { extensionId: extension.id, version: 1, reason: '不同意' };
  for (const name of ['approveExtension', 'refuseExtension', 'withdrawExtension']) {
    expect(await desk.take(stranger, name, step)).toMatchObject({ code: 'EXTENSION_NOT_FOUND' });
  }
  expect(await desk.take(secondHead, 'approveExtension', step)).toMatchObject({ code: 'NOT_ALLOWED' });
  const { data: mine } = await desk.ask(
    leader,
    '{ extensions(state: REQUESTED) { totalCount edges { node { viewerCanDecide } } } }',
  );
  expect(mine.extensions.edges.at(-1).node.viewerCanDecide).toBe(true);
});
