import { buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import pg from 'pg';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aLetter, CLERK_ID, clerk, ELSEWHERE, HANDLER_ID, HERE, NINTH, register, SECOND } from './build.ts';
import { type Answer, handler, leader, NINTH_HEAD_ID, ninthHead, REPLY, ReplyDesk, secondHead } from './reply-desk.ts';

let desk: ReplyDesk;
let letter: string;

beforeAll(async () => {
  desk = await ReplyDesk.open();
});
beforeEach(async () => {
  desk.now = '2026-11-23T04:00:00Z';
  [letter = ''] = await register(desk.database, [aLetter()]);
  await desk.triage(letter);
});
afterAll(() => desk.database.stop());

const accepted = () => ({ petitionId: letter, kind: 'PROCEDURAL', templateId: 'procedural-accepted' });
const result = () => ({ petitionId: letter, kind: 'RESULT', templateId: 'result' });
const progress = () => ({ petitionId: letter, kind: 'PROGRESS', templateId: 'progress' });
const FOUND = {
  facts: '未发现对您立案的记录',
  reasons: '协助调查不是立案',
  basis: '《人民检察院刑事诉讼规则》第一百六十三条',
  result: '您所反映的立案情况不存在',
  remedies: '可以向上一级人民检察院申诉',
  handlingDepartment: '第二检察部',
};
const DONE = { done: '调取原卷', remaining: '询问有关人员', handlingDepartment: '第二检察部' };
const department = { handlingDepartment: '第二检察部' };

/** Approved and sent on `on`; `viewer` signs, a colleague of theirs posts. */
async function sent(reply: Answer, signer: Viewer, poster: Viewer, on: string): Promise<Answer> {
  const approved = await desk.step(signer, 'approveReply', { replyId: reply.id, version: reply.version });
  const { version } = approved.reply;
  return desk.step(poster, 'dispatchReply', { replyId: reply.id, version, means: 'LETTER', dispatchedOn: on });
}

test('from draft to dispatch: checked, signed by another, numbered, and the seven days stop', async () => {
  const { reply: draft, petition } = await desk.step(clerk, 'draftReply', accepted());
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
  const reply = await desk.submitted(handler, result(), FOUND);
  const { petition } = await sent(reply, secondHead, handler, '2026-11-23');
  expect(petition).toMatchObject({
    proceduralClock: { stoppedOn: '2026-11-23' },
    substantiveClock: { state: 'STOPPED', stoppedOn: '2026-11-23' },
    matter: { state: 'ANSWERED' },
  });
  const more = await desk.step(handler, 'draftReply', progress());
  expect(more).toMatchObject({ code: 'MATTER_ALREADY_ANSWERED', kind: 'RULE_BROKEN' });
});

test('progress satisfies the three months, then an answer is owed every month until the result', async () => {
  const reply = await desk.submitted(handler, progress(), DONE);
  const first = await sent(reply, secondHead, handler, '2026-11-23');
  expect(first.petition).toMatchObject({
    proceduralClock: { stoppedOn: null },
    substantiveClock: { stoppedOn: '2026-11-23' },
    matter: { state: 'HANDLING', followUpClock: { dueOn: '2027-02-16' } },
  });
  desk.now = '2027-02-16T04:00:00Z';
  const second = await desk.submitted(handler, progress(), { ...DONE, nextAnswerOn: '2027-03-10' });
  const { petition } = await sent(second, secondHead, handler, '2027-02-16');
  expect(petition).toMatchObject({
    substantiveClock: { stoppedOn: '2026-11-23' },
    matter: { followUpClock: { dueOn: '2027-03-10' } },
  });
  desk.now = '2027-03-11T04:00:00Z';
  expect(await isIn('OVERDUE')).toBe(true);
  expect(await isIn('ANSWERED')).toBe(false);
  const last = await desk.submitted(handler, result(), FOUND);
  const ended = await sent(last, secondHead, handler, '2027-03-11');
  expect(ended.petition.matter).toMatchObject({ state: 'ANSWERED', followUpClock: null });
  expect(await isIn('OVERDUE')).toBe(false);
  expect(await isIn('ANSWERED')).toBe(true);
});

/** Whether the letter stands under that tab of the worklist. */
async function isIn(view: string): Promise<boolean> {
  const { data } = await desk.ask(handler, `{ petition(id: "${letter}") { number } }`);
  const search = data.petition.number.slice(-6, -1);
  const page = await desk.ask(
    handler,
    `{ worklist(filter: { view: ${view}, search: "${search}" }) { edges { node { id } } } }`,
  );
  return page.data.worklist.edges.some(({ node }: { node: { id: string } }) => node.id === letter);
}

test('what is sent elsewhere ends with its procedural reply', async () => {
  const [other = ''] = await register(desk.database, [aLetter()]);
  const away = { handlingDepartmentId: null, handlerId: null, transferredTo: '某区公安局', reason: '属公安机关管辖' };
  await desk.triage(other, { disposition: 'TRANSFERRED', ...away });
  const draft = { petitionId: other, kind: 'PROCEDURAL', templateId: 'procedural-transferred' };
  const told = { transferredOn: '2026-11-23', receiverContact: '010-59550000' };
  const reply = await desk.submitted(clerk, draft, told);
  expect(reply.body).toContain('应由某区公安局办理，我院已于2026年11月23日将材料转送该机关');
  const { petition } = await sent(reply, ninthHead, clerk, '2026-11-23');
  expect(petition).toMatchObject({ matter: { state: 'ANSWERED' }, substantiveClock: { state: 'NOT_STARTED' } });
});

test('a repeated letter about an answered matter gets its own procedural reply', async () => {
  const first = await desk.submitted(handler, result(), FOUND);
  const answered = await sent(first, secondHead, handler, '2026-11-23');
  const [repeat = ''] = await register(desk.database, [aLetter()]);
  await withOwner((owner) =>
    owner.query(
      `update petitions.petition set matter_id = (select matter_id from petitions.petition where id = $2)
                 where id = $1`,
      [repeat, letter],
    ),
  );
  await expect(desk.triage(repeat)).rejects.toThrow('MATTER_ALREADY_ANSWERED');
  const filed = { disposition: 'FILED', handlingDepartmentId: null, handlerId: null, reason: '重复信访，已答复' };
  await desk.triage(repeat, filed);
  const draft = { petitionId: repeat, kind: 'PROCEDURAL', templateId: 'procedural-repeat' };
  const earlier = { answeredOn: '2026-11-23', earlierLetter: answered.reply.letterNumber, remedies: '可以申诉' };
  const { petition } = await sent(await desk.submitted(clerk, draft, earlier), ninthHead, clerk, '2026-11-23');
  expect(petition).toMatchObject({ proceduralClock: { state: 'STOPPED' }, matter: { state: 'ANSWERED' } });
});

describe('four eyes:', () => {
  test('an author who heads the department may not approve; another may, and a leader may', async () => {
    const { id, version } = await desk.submitted(ninthHead, accepted(), department);
    const own = await desk.step(ninthHead, 'approveReply', { replyId: id, version });
    expect(own).toMatchObject({ code: 'REPLY_APPROVER_IS_AUTHOR', kind: 'FORBIDDEN' });
    const { reply } = await desk.step(leader, 'approveReply', { replyId: id, version });
    expect(reply.state).toBe('APPROVED');
  });

  test('whoever writes last is the author', async () => {
    const { reply } = await desk.step(clerk, 'draftReply', accepted());
    const fields = [{ key: 'handlingDepartment', value: '第二检察部' }];
    await desk.step(ninthHead, 'editReply', { replyId: reply.id, version: 1, fields });
    await desk.step(clerk, 'submitReply', { replyId: reply.id, version: 2 });
    const own = await desk.step(ninthHead, 'approveReply', { replyId: reply.id, version: 3 });
    expect(own.code).toBe('REPLY_APPROVER_IS_AUTHOR');
  });

  test.each<[string, Viewer]>([
    ['a clerk', buildViewer(HERE, ['CLERK'], { staffId: HANDLER_ID, departmentIds: [NINTH] })],
    ['the head of the department that does not answer for it', secondHead],
    ['an API key', { ...ninthHead, via: 'API_KEY' }],
  ])('%s may not approve', async (_, viewer) => {
    const { id, version } = await desk.submitted(clerk, accepted(), department);
    expect(await desk.step(viewer, 'approveReply', { replyId: id, version })).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  test('who handles answers, who received replies', async () => {
    expect((await desk.step(handler, 'draftReply', accepted())).code).toBe('REPLY_OF_OTHER_DEPARTMENT');
    expect((await desk.step(clerk, 'draftReply', result())).code).toBe('REPLY_OF_OTHER_DEPARTMENT');
  });
});

test('a reply sent back tells its author why, and may be submitted again', async () => {
  const { id, version } = await desk.submitted(clerk, accepted(), department);
  const { reply } = await desk.step(ninthHead, 'sendBackReply', { replyId: id, version, reason: '请写明王勤的诉求' });
  expect(reply).toMatchObject({ state: 'DRAFT', sentBackReason: '请写明王*的诉求' });
  const again = await desk.step(clerk, 'submitReply', { replyId: id, version: reply.version });
  expect(again.reply).toMatchObject({ state: 'SUBMITTED', sentBackReason: null });
});

describe('refused by field and reason, changing nothing:', () => {
  test('a stale version, saying who changed it', async () => {
    const { id } = await desk.submitted(clerk, accepted(), department);
    expect(await desk.step(ninthHead, 'approveReply', { replyId: id, version: 2 })).toMatchObject({
      code: 'REPLY_CHANGED',
      kind: 'CONFLICT',
      details: { field: 'version', version: 3, changedById: CLERK_ID, changedAt: '2026-11-23T04:00:00.000Z' },
    });
  });

  test('two approvals at once: one is kept', async () => {
    const { id, version } = await desk.submitted(clerk, accepted(), department);
    const both = await Promise.all(
      [ninthHead, leader].map((viewer) => desk.step(viewer, 'approveReply', { replyId: id, version })),
    );
    expect(both.map(({ code }) => code ?? 'KEPT').sort()).toEqual(['KEPT', 'REPLY_CHANGED']);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a template nobody knows', { templateId: 'love-letter' }, 'REPLY_TEMPLATE_UNKNOWN'],
    ['a template of another kind', { templateId: 'result' }, 'REPLY_TEMPLATE_OF_OTHER_KIND'],
    ['a petition nobody knows', { petitionId: CLERK_ID }, 'PETITION_NOT_FOUND'],
    ['an id that is none', { petitionId: "' or 1=1" }, 'PETITION_NOT_FOUND'],
  ])('a draft with %s', async (_, change, code) => {
    expect((await desk.step(clerk, 'draftReply', { ...accepted(), ...change })).code).toBe(code);
  });

  test('a draft before triage, and a second of a kind', async () => {
    const [untriaged = ''] = await register(desk.database, [aLetter()]);
    const early = await desk.step(clerk, 'draftReply', { ...accepted(), petitionId: untriaged });
    expect(early.code).toBe('PETITION_NOT_TRIAGED');
    await desk.step(clerk, 'draftReply', accepted());
    expect((await desk.step(clerk, 'draftReply', accepted())).code).toBe('REPLY_ALREADY_OPEN');
  });

  test.each<[string, { key: string; value: string }[], string, string]>([
    ['a field the template lacks', [{ key: 'salary', value: '1' }], 'REPLY_FIELD_UNKNOWN', 'fields.0.key'],
    ['NUL', [{ key: 'note', value: 'a\u0000b' }], 'TEXT_HAS_NUL', 'fields.0.value'],
    ['half a character', [{ key: 'note', value: '王\uD842' }], 'TEXT_NOT_UNICODE', 'fields.0.value'],
    ['too many words', [{ key: 'note', value: '字'.repeat(4001) }], 'TEXT_TOO_LONG', 'fields.0.value'],
  ])('an edit with %s', async (_, fields, code, field) => {
    const { reply } = await desk.step(clerk, 'draftReply', accepted());
    const refused = await desk.step(clerk, 'editReply', { replyId: reply.id, version: 1, fields });
    expect(refused).toMatchObject({ code, details: { field } });
    expect((await read(clerk, reply.id)).version).toBe(1);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['tomorrow', { dispatchedOn: '2026-11-24' }, 'DISPATCH_IN_FUTURE'],
    ['before it was received', { means: 'ON_THE_SPOT', dispatchedOn: '2026-11-15' }, 'DISPATCH_BEFORE_RECEIPT'],
    ['by post before it was signed', { dispatchedOn: '2026-11-22' }, 'DISPATCH_BEFORE_APPROVAL'],
    ['on a day that does not exist', { dispatchedOn: '2026-02-30' }, 'DATE_INVALID'],
  ])('a dispatch %s', async (_, change, code) => {
    const { id, version } = await desk.submitted(clerk, accepted(), department);
    await desk.step(ninthHead, 'approveReply', { replyId: id, version });
    const dispatch = { replyId: id, version: version + 1, means: 'LETTER', dispatchedOn: '2026-11-23', ...change };
    expect((await desk.step(clerk, 'dispatchReply', dispatch)).code).toBe(code);
    expect((await read(clerk, id)).state).toBe('APPROVED');
  });

  test('a dispatch of what nobody signed, an edit of what is submitted', async () => {
    const { id, version } = await desk.submitted(clerk, accepted(), department);
    const dispatch = { replyId: id, version, means: 'LETTER', dispatchedOn: '2026-11-23' };
    expect((await desk.step(clerk, 'dispatchReply', dispatch)).code).toBe('REPLY_NOT_APPROVED');
    expect((await desk.step(clerk, 'editReply', { replyId: id, version, fields: [] })).code).toBe('REPLY_NOT_DRAFT');
  });
});

async function read(viewer: Viewer, id: string): Promise<Answer> {
  const reference = `{ _entities(representations: [{ __typename: "Reply", id: "${id}" }]) { ... on Reply { ${REPLY} } } }`;
  return (await desk.ask(viewer, reference)).data?._entities[0] ?? null;
}

const fileOf = (id: string) => ({ method: 'GET', path: `replies/${id}/letter.pdf` }) as const;

describe('the printed letter', () => {
  test('has the words, the number and the code, and its reading is written down', async () => {
    const { id, version } = await desk.submitted(clerk, accepted(), department);
    expect((await desk.door.files(fileOf(id), clerk)).status).toBe(422);
    const { reply } = await desk.step(ninthHead, 'approveReply', { replyId: id, version });
    const { status, headers, body } = await desk.door.files(fileOf(id), clerk);
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'application/pdf' });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(body)));
    const [page = '', envelope = ''] = text.map((words) => words.replaceAll(/\s+/g, ''));
    for (const part of [
      '尊敬的王勤：',
      '现由第二检察部承办',
      '特此回复。',
      reply.letterNumber,
      reply.verificationCode,
    ]) {
      expect(page).toContain(part);
    }
    expect(envelope).toContain('北京市海淀区学院路17号院2号楼301室');
    expect(await lastAudit()).toMatchObject({ action: 'READ_REPLY_LETTER', subjectId: id, actorId: clerk.accountId });
  });

  test('reads the same after what it was filled in from has changed', async () => {
    const { id, version } = await desk.submitted(clerk, accepted(), department);
    const { reply } = await desk.step(ninthHead, 'approveReply', { replyId: id, version });
    await withOwner((owner) =>
      owner.query(`update petitions.petition set subject = '别的事', number = 'other-' || id where id = $1`, [letter]),
    );
    expect((await read(clerk, id)).body).toBe(reply.body);
  });
});

describe('a stranger finds no reply at any door:', () => {
  test.each<[string, Viewer]>([
    [
      'a clerk of another institution',
      buildViewer(ELSEWHERE, ['CLERK'], { staffId: CLERK_ID, departmentIds: [NINTH] }),
    ],
    [
      'a head of another department',
      buildViewer(HERE, ['DEPARTMENT_HEAD'], { staffId: CLERK_ID, departmentIds: [HERE] }),
    ],
    ['an auditor', buildViewer(HERE, ['AUDITOR'], { departmentIds: [NINTH, SECOND] })],
  ])('%s', async (_, stranger) => {
    const { id, version } = await desk.submitted(clerk, accepted(), department);
    const query = await desk.ask(stranger, `{ petition(id: "${letter}") { replies { id } } }`);
    expect(query.data?.petition ?? null).toBeNull();
    expect(await read(stranger, id)).toBeNull();
    const refused = await desk.step(stranger, 'approveReply', { replyId: id, version });
    expect(['REPLY_NOT_FOUND', 'NOT_ALLOWED']).toContain(refused.code);
    expect([403, 404]).toContain((await desk.door.files(fileOf(id), stranger)).status);
    expect((await read(clerk, id)).state).toBe('SUBMITTED');
  });
});

test('the database holds no word of a reply in clear', async () => {
  const { id, version } = await desk.submitted(handler, result(), FOUND);
  await desk.step(secondHead, 'sendBackReply', { replyId: id, version, reason: '请补充调查经过' });
  const stored = await withOwner(async (owner) => {
    const { rows } = await owner.query(
      `select (select string_agg(r::text, '') from petitions.reply r) ||
              (select string_agg(t::text, '') from petitions.timeline_entry t) ||
              (select string_agg(content, '') from petitions.audit_entry) as stored`,
    );
    return rows[0].stored as string;
  });
  for (const plain of ['协助调查', '申诉', '补充调查', '第二检察部']) {
    expect(stored.includes(plain) || stored.includes(Buffer.from(plain).toString('hex'))).toBe(false);
  }
});

test('a page of petitions with their replies costs one statement more', async () => {
  const ask = (fields: string) => desk.ask(clerk, `{ worklist(first: 50) { edges { node { number ${fields} } } } }`);
  await desk.submitted(clerk, accepted(), department);
  const without = await desk.database.statementsOf(() => ask(''));
  const replied = await desk.database.statementsOf(() => ask('replies { state } viewerCanReply viewerCanApproveReply'));
  expect(replied.length - without.length).toBe(1);
});

test('every template is listed with its blanks', async () => {
  const { data } = await desk.ask(
    clerk,
    '{ replyTemplates(kind: RESULT) { id name body requiredFields { key required label { zh en } } } }',
  );
  expect(data.replyTemplates.map(({ id }: { id: string }) => id)).toEqual(['result', 'result-home-visit']);
  expect(data.replyTemplates[0].requiredFields).toContainEqual({
    key: 'remedies',
    required: true,
    label: { zh: '救济途径及期限', en: 'Remedies and their time limits' },
  });
});

async function withOwner<T>(run: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client(desk.database.ownerUrl);
  await owner.connect();
  try {
    return await run(owner);
  } finally {
    await owner.end();
  }
}

async function lastAudit(): Promise<unknown> {
  return withOwner(async (owner) => {
    const { rows } = await owner.query('select content from petitions.audit_entry order by sequence desc limit 1');
    return JSON.parse(rows[0].content);
  });
}
