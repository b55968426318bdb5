import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aLetter, CLERK_ID, clerk, register } from './build.ts';
import { DONE, department, FOUND, handler, NINTH_HEAD_ID, ninthHead, ReplyDesk, secondHead } from './reply-desk.ts';

const desk = new ReplyDesk();

beforeAll(() => desk.open());
beforeEach(async () => {
  desk.now = '2026-11-23T04:00:00Z';
  await desk.receive();
  await desk.triage(desk.letter);
});
afterAll(() => desk.close());

test('from draft to dispatch: checked, signed by another, numbered, and the seven days stop', async () => {
  const { reply: draft, petition } = await desk.step(clerk, 'draftReply', desk.accepted());
  expect(draft).toMatchObject({ state: 'DRAFT', version: 1, author: { id: CLERK_ID }, letterPath: null });
  expect(draft.fields).toContainEqual({ key: 'answerDueOn', value: '2027-02-16' });
  expect(draft.body).toContain('现由【承办部门】承办');
  expect(petition).toMatchObject({ nextAction: { kind: 'COMPLETE_REPLY' }, viewerCanReply: true });

  const early = await desk.step(clerk, 'submitReply', { replyId: draft.id, version: 1 });
  expect(early).toMatchObject({
    code: 'REPLY_INCOMPLETE',
    kind: 'RULE_BROKEN',
    details: {
      field: 'fields',
      checks: ['FIELDS_COMPLETE', 'NO_PLACEHOLDER_LEFT'],
      missing: ['handlingDepartment'],
    },
  });

  const fields = [{ key: 'handlingDepartment', value: ' 第二检察部 ' }];
  const { reply: edited } = await desk.step(clerk, 'editReply', { replyId: draft.id, version: 1, fields });
  expect(edited.version).toBe(2);
  expect(edited.checks.every(({ passed }: { passed: boolean }) => passed)).toBe(true);
  const { reply: submitted } = await desk.step(clerk, 'submitReply', { replyId: draft.id, version: 2 });
  expect(submitted).toMatchObject({ state: 'SUBMITTED', viewerCanEdit: false, viewerCanApprove: false });

  const approved = await desk.step(ninthHead, 'approveReply', { replyId: draft.id, version: 3 });
  expect(approved.reply).toMatchObject({
    state: 'APPROVED',
    approvedBy: { id: NINTH_HEAD_ID },
    letterNumber: '海检控申复〔2026〕00001号',
    verificationCode: expect.stringMatching(/^\d{4}-\d{4}-\d{4}$/),
    letterPath: `/files/petitions/replies/${draft.id}/letter.pdf`,
  });
  expect(approved.petition).toMatchObject({ proceduralClock: { state: 'DUE_SOON', stoppedOn: null } });

  const dispatch = { replyId: draft.id, version: 4, means: 'LETTER', dispatchedOn: '2026-11-23' };
  const done = await desk.step(clerk, 'dispatchReply', dispatch);
  expect(done.reply).toMatchObject({ state: 'DISPATCHED', means: 'LETTER', dispatchedOn: '2026-11-23' });
  expect(done.petition).toMatchObject({
    proceduralClock: { state: 'STOPPED', stoppedOn: '2026-11-23' },
    substantiveClock: { state: 'RUNNING', stoppedOn: null },
    matter: { state: 'HANDLING' },
  });
  expect(kinds(done.petition).slice(-5)).toEqual([
    'REPLY_DRAFTED',
    'REPLY_SUBMITTED',
    'REPLY_APPROVED',
    'CLOCK_STOPPED',
    'REPLY_DISPATCHED',
  ]);
});

const kinds = ({ timeline }: { timeline: { kind: string }[] }) => timeline.map(({ kind }) => kind);

test('a result stops both clocks when nothing came before it', async () => {
  const reply = await desk.submitted(handler, desk.result(), FOUND);
  const { petition } = await desk.sent(reply, { signer: secondHead, poster: handler, on: '2026-11-23' });
  expect(petition).toMatchObject({
    proceduralClock: { stoppedOn: '2026-11-23' },
    substantiveClock: { state: 'STOPPED', stoppedOn: '2026-11-23' },
    matter: { state: 'ANSWERED' },
  });
  const more = await desk.step(handler, 'draftReply', desk.progress());
  expect(more).toMatchObject({ code: 'MATTER_ALREADY_ANSWERED', kind: 'RULE_BROKEN' });
});

test('progress satisfies the three months, then an answer is owed every month until the result', async () => {
  const reply = await desk.submitted(handler, desk.progress(), DONE);
  const first = await desk.sent(reply, { signer: secondHead, poster: handler, on: '2026-11-23' });
  expect(first.petition).toMatchObject({
    proceduralClock: { stoppedOn: null },
    substantiveClock: { stoppedOn: '2026-11-23' },
    matter: { state: 'HANDLING', followUpClock: { dueOn: '2027-02-16' } },
  });
  desk.now = '2027-02-16T04:00:00Z';
  const second = await desk.submitted(handler, desk.progress(), { ...DONE, nextAnswerOn: '2027-03-10' });
  const { petition } = await desk.sent(second, { signer: secondHead, poster: handler, on: '2027-02-16' });
  expect(petition).toMatchObject({
    substantiveClock: { stoppedOn: '2026-11-23' },
    matter: { followUpClock: { dueOn: '2027-03-10' } },
  });
  desk.now = '2027-03-11T04:00:00Z';
  expect(await isIn('OVERDUE')).toBe(true);
  expect(await isIn('ANSWERED')).toBe(false);
  const last = await desk.submitted(handler, desk.result(), FOUND);
  const ended = await desk.sent(last, { signer: secondHead, poster: handler, on: '2027-03-11' });
  expect(ended.petition.matter).toMatchObject({ state: 'ANSWERED', followUpClock: null });
  expect(await isIn('OVERDUE')).toBe(false);
  expect(await isIn('ANSWERED')).toBe(true);
});

/** Whether the letter stands under that tab of the worklist. */
async function isIn(view: string): Promise<boolean> {
  const { data } = await desk.ask(handler, `{ petition(id: "${desk.letter}") { number } }`);
  const search = data.petition.number.slice(-6, -1);
  const page = await desk.ask(
    handler,
    `{ worklist(filter: { view: ${view}, search: "${search}" }) { edges { node { id } } } }`,
  );
  return page.data.worklist.edges.some(({ node }: { node: { id: string } }) => node.id === desk.letter);
}

test('what is sent elsewhere ends with its procedural reply', async () => {
  const [other = ''] = await register(desk.database, [aLetter()]);
  const away = { handlingDepartmentId: null, handlerId: null, transferredTo: '某区公安局', reason: '属公安机关管辖' };
  await desk.triage(other, { disposition: 'TRANSFERRED', ...away });
  const draft = { petitionId: other, kind: 'PROCEDURAL', templateId: 'procedural-transferred' };
  const told = { transferredOn: '2026-11-23', receiverContact: '010-59550000' };
  const reply = await desk.submitted(clerk, draft, told);
  expect(reply.body).toContain('应由某区公安局办理，我院已于2026年11月23日将材料转送该机关');
  const { petition } = await desk.sent(reply, { signer: ninthHead, poster: clerk, on: '2026-11-23' });
  expect(petition).toMatchObject({ matter: { state: 'ANSWERED' }, substantiveClock: { state: 'NOT_STARTED' } });
});

test('a repeated letter about an answered matter gets its own procedural reply', async () => {
  const first = await desk.submitted(handler, desk.result(), FOUND);
  const answered = await desk.sent(first, { signer: secondHead, poster: handler, on: '2026-11-23' });
  const [repeat = ''] = await register(desk.database, [aLetter()]);
  await desk.rows(
    `update petitions.petition set matter_id = (select matter_id from petitions.petition where id = $2)
                 where id = $1`,
    [repeat, desk.letter],
  );
  await expect(desk.triage(repeat)).rejects.toThrow('MATTER_ALREADY_ANSWERED');
  const filed = { disposition: 'FILED', handlingDepartmentId: null, handlerId: null, reason: '重复信访，已答复' };
  await desk.triage(repeat, filed);
  const draft = { petitionId: repeat, kind: 'PROCEDURAL', templateId: 'procedural-repeat' };
  const earlier = { answeredOn: '2026-11-23', earlierLetter: answered.reply.letterNumber, remedies: '可以申诉' };
  const { petition } = await desk.sent(await desk.submitted(clerk, draft, earlier), {
    signer: ninthHead,
    poster: clerk,
    on: '2026-11-23',
  });
  expect(petition).toMatchObject({ proceduralClock: { state: 'STOPPED' }, matter: { state: 'ANSWERED' } });
});

test('a reply sent back tells its author why, and may be submitted again', async () => {
  const { id, version } = await desk.submitted(clerk, desk.accepted(), department);
  const { reply } = await desk.step(ninthHead, 'sendBackReply', { replyId: id, version, reason: '请写明王勤的诉求' });
  expect(reply).toMatchObject({ state: 'DRAFT', sentBackReason: '请写明王*的诉求' });
  const again = await desk.step(clerk, 'submitReply', { replyId: id, version: reply.version });
  expect(again.reply).toMatchObject({ state: 'SUBMITTED', sentBackReason: null });
});
