import { readFileSync } from 'node:fs';
import type { Answer } from '@everyletter/kit/testing';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLERK_ID, clerk, HERE, NINTH, OFFICER_ID } from './build.ts';
import { leader, ninthHead, officer, ReplyDesk } from './reply-desk.ts';

/**
 * A retired man of eighty writes about a case he believes was opened on him twenty years ago. His row of the untidy
 * ledger is played to its end, a day at a time, over GraphQL alone.
 */
const desk = new ReplyDesk();
let petitionId: string;

beforeAll(() => desk.open({ jobs: true }));
afterAll(() => desk.close());

async function must(viewer: Parameters<ReplyDesk['ask']>[0], query: string, input?: object): Promise<Answer> {
  const { data, errors } = await desk.ask(viewer, query, input && { input });
  expect(errors).toBeUndefined();
  return data;
}

/** Header and the row that carries the remark, as bytes of the ledger's own encoding. */
function rowOfTheStory(): Buffer {
  const ledger = readFileSync(new URL('../demo/ledger-2026.csv', import.meta.url));
  const decoder = new TextDecoder('gb18030');
  const lines: Buffer[] = [];
  for (let from = 0; from < ledger.length; ) {
    const end = ledger.indexOf(0x0a, from);
    const line = ledger.subarray(from, end < 0 ? ledger.length : end + 1);
    if (lines.length === 0 || decoder.decode(line).includes('化名')) lines.push(line);
    from += line.length;
  }
  return Buffer.concat(lines);
}

async function untilImport(id: string, state: string): Promise<void> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
    const { ledgerImport } = await must(clerk, `{ ledgerImport(id: "${id}") { state } }`);
    if (ledgerImport.state === state) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The import never became ${state}`);
}

const LOOK = `number track identityKind state nextAction { kind } matter { state }
  proceduralClock { dueOn state stoppedOn } substantiveClock { dueOn state stoppedOn }`;
const look = async (viewer = officer) => (await must(viewer, `{ petition(id: "${petitionId}") { ${LOOK} } }`)).petition;

test('14 January, imported on the 16th: the row without a serial number becomes a petition', async () => {
  desk.now = '2026-01-16T01:30:00Z';
  const upload = { method: 'POST', path: 'ledger-imports', fileName: '台账.csv', body: rowOfTheStory() } as const;
  const { id } = JSON.parse((await desk.door.files(upload, clerk)).body.toString());
  await untilImport(id, 'READY');
  await must(clerk, `mutation { applyLedgerImport(input: { importId: "${id}" }) { ledgerImport { id } } }`);
  await untilImport(id, 'APPLIED');

  const { worklist } = await must(clerk, '{ worklist(filter: { search: "王勤" }) { edges { node { id } } } }');
  expect(worklist.edges).toHaveLength(1);
  petitionId = worklist.edges[0].node.id;
  expect(await look(clerk)).toMatchObject({
    number: '海检控申〔2026〕00001号',
    state: 'REGISTERED',
    nextAction: { kind: 'TRIAGE' },
    proceduralClock: { dueOn: '2026-01-21', state: 'RUNNING' },
    substantiveClock: { dueOn: '2026-04-14' },
  });
});

test('the triage desk accepts it, and the ninth department takes it on', async () => {
  const own = { handlingDepartmentId: NINTH, handlerId: OFFICER_ID, track: 'REAL_NAME' };
  await desk.triage(petitionId, own);
  expect(await look()).toMatchObject({ matter: { state: 'HANDLING' }, nextAction: { kind: 'ARCHIVE_SEARCH' } });
});

test('the archive and the case system hold no such case', async () => {
  await must(
    officer,
    'mutation ($input: RecordArchiveSearchInput!) { recordArchiveSearch(input: $input) { petition { id } } }',
    {
      petitionId,
      archives: ['本院档案室', '检察业务应用系统'],
      yearFrom: 1995,
      yearTo: 2006,
      finding: 'NOTHING_FOUND',
      note: '未见对其立案的卷宗',
    },
  );
});

test('no connection by phone, no answer to a message; two officers go to his home', async () => {
  await attempt({ channel: 'PHONE', outcome: 'NOT_CONNECTED', officerIds: [OFFICER_ID] });
  expect((await look()).nextAction.kind).toBe('CONTACT');
  await attempt({ channel: 'MESSAGE', outcome: 'NO_ANSWER', officerIds: [OFFICER_ID] });
  desk.now = '2026-01-19T08:00:00Z';
  const visit = {
    channel: 'HOME_VISIT',
    outcome: 'REACHED',
    minutes: 130,
    record: '当面说明当年仅请其协助调查，老人表示理解',
  };
  const { contactAttempts } = await attempt({ ...visit, officerIds: [OFFICER_ID, CLERK_ID] });
  expect(contactAttempts).toMatchObject([
    { channel: 'PHONE', outcome: 'NOT_CONNECTED' },
    { channel: 'MESSAGE', outcome: 'NO_ANSWER' },
    { channel: 'HOME_VISIT', outcome: 'REACHED', minutes: 130, officers: [{ id: OFFICER_ID }, { id: CLERK_ID }] },
  ]);
  expect((await look()).nextAction.kind).toBe('DRAFT_REPLY');
});

async function attempt(change: Record<string, unknown>): Promise<Answer> {
  const input = { petitionId, attemptedOn: desk.now.slice(0, 10), ...change };
  const mutation = `mutation ($input: RecordContactAttemptInput!) { recordContactAttempt(input: $input) {
    petition { contactAttempts { channel outcome minutes officers { id } } } } }`;
  return (await must(officer, mutation, input)).recordContactAttempt.petition;
}

let letter: Answer;

test('the answer told at his home is written down, checked and signed', async () => {
  const draft = { petitionId, kind: 'RESULT', templateId: 'result-home-visit' };
  const told = {
    request: '查明二十余年前是否对本人立案',
    facts: '经查阅本院档案和办案系统，未发现对您立案的记录，当年仅请您协助调查',
    visitedOn: '2026-01-19',
    officers: '张明、李华',
    heardBy: '您本人',
    keyPoints: '协助调查不是立案，对您的名誉没有影响',
    reasons: '您所反映的立案并不存在',
    basis: '《人民检察院刑事诉讼规则》第一百六十三条',
    result: '对您反映的问题作出上述说明',
    remedies: '可以向上一级人民检察院申诉',
    handlingDepartment: '第九检察部',
  };
  const submitted = await desk.submitted(officer, draft, told);
  expect(submitted.checks.map(({ passed }: { passed: boolean }) => passed)).not.toContain(false);
  const own = await desk.step(officer, 'approveReply', { replyId: submitted.id, version: submitted.version });
  expect(own.code).toBe('NOT_ALLOWED');
  const signed = await desk.step(ninthHead, 'approveReply', { replyId: submitted.id, version: submitted.version });
  letter = signed.reply;
  expect(signed.petition.matter.state).toBe('RESULT_READY');
});

test('the letter is printed and handed over: both clocks stop in time and nothing is left to do', async () => {
  const { body } = await desk.door.files({ method: 'GET', path: `replies/${letter.id}/letter.pdf` }, officer);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(body)), { mergePages: true });
  const words = text.replaceAll(/\s+/g, '');
  for (const part of [
    '尊敬的王勤：',
    '未发现对您立案的记录',
    '2026年1月19日，我院工作人员张明、李华',
    '学院路17号院',
  ]) {
    expect(words).toContain(part);
  }
  const dispatch = { replyId: letter.id, version: letter.version, means: 'HOME_VISIT', dispatchedOn: '2026-01-19' };
  await desk.step(officer, 'dispatchReply', dispatch);
  expect(await look()).toMatchObject({
    matter: { state: 'ANSWERED' },
    nextAction: { kind: 'NONE' },
    proceduralClock: { state: 'STOPPED', stoppedOn: '2026-01-19' },
    substantiveClock: { state: 'STOPPED', stoppedOn: '2026-01-19' },
  });
});

test('the timeline tells it all, and the report counts it', async () => {
  const { petition } = await must(leader, `{ petition(id: "${petitionId}") { timeline { kind on words { zh } } } }`);
  expect(petition.timeline.map(({ kind }: { kind: string }) => kind)).toEqual([
    'RECEIVED',
    'REGISTERED',
    'TRIAGED',
    'ASSIGNED',
    'ARCHIVE_SEARCHED',
    'CONTACT_ATTEMPTED',
    'CONTACT_ATTEMPTED',
    'CONTACT_ATTEMPTED',
    'REPLY_DRAFTED',
    'REPLY_SUBMITTED',
    'REPLY_APPROVED',
    'CLOCK_STOPPED',
    'CLOCK_STOPPED',
    'REPLY_DISPATCHED',
  ]);
  const { _entities } = await must(
    leader,
    `{ _entities(representations: [{ __typename: "Institution", id: "${HERE}" }]) { ... on Institution {
      petitionReport(period: { from: "2026-01-01", to: "2026-01-31" }) { received { value }
        procedural { numerator strictRate } substantive { numerator strictRate } overdueNow { value } } } } }`,
  );
  expect(_entities[0].petitionReport).toEqual({
    received: { value: 1 },
    procedural: { numerator: 1, strictRate: 1 },
    substantive: { numerator: 1, strictRate: 1 },
    overdueNow: { value: 0 },
  });
});
