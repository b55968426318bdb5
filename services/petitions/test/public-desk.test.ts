import { buildViewer } from '@everyletter/kit/testing';
import { strangerViewer } from '@everyletter/kit/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { petitionsPolicy } from '../src/policy-table.ts';
import { queryCodeIndex, queryCodeOf } from '../src/registration/query-code.ts';
import { aLetter, clerk, ELSEWHERE, HERE, NINTH, register, testKeys } from './build.ts';
import { department, FOUND, handler, ninthHead, ReplyDesk, secondHead } from './reply-desk.ts';

const desk = new ReplyDesk();
const stranger = strangerViewer('from the street');
const STATUS = `number office stage receivedOn replyDueOn repliedOn answerDueOn nextAnswerOn sentOnTo
  replies { kind letterNumber sentOn body } mergedOn mergedWith messages { on fromOffice text }`;
const SOMEBODY_ELSE = { ...aLetter().card, name: '赵小雨', phone: '13900000044' };
let slip = { number: '', code: '' };

beforeAll(() => desk.open());
beforeEach(async () => {
  desk.now = '2026-11-23T04:00:00Z';
  await desk.receive();
  const code = queryCodeOf(desk.letter, HERE, testKeys);
  const index = queryCodeIndex(code, HERE, testKeys);
  await desk.rows('update petitions.petition set query_code_index = $1 where id = $2', [index, desk.letter]);
  const [{ number }] = await desk.rows('select number from petitions.petition where id = $1', [desk.letter]);
  slip = { number, code };
});
afterAll(() => desk.close());

const status = async (change: Partial<typeof slip> = {}) =>
  (
    await desk.ask(
      stranger,
      `query ($number: String!, $code: String!) { publicStatus(number: $number, code: $code) { ${STATUS} } }`,
      { ...slip, ...change },
    )
  ).data.publicStatus;
const verify = async (number: string, code: string) =>
  (
    await desk.ask(
      stranger,
      'query ($number: String!, $code: String!) { publicLetter(number: $number, code: $code) { office kind signedOn } }',
      { number, code },
    )
  ).data.publicLetter;
const leave = (text: string, change: Partial<typeof slip> = {}) =>
  desk.ask(
    stranger,
    `mutation ($input: LeaveMessageInput!) { leavePublicMessage(input: $input) { status { ${STATUS} } } }`,
    { input: { ...slip, ...change, text } },
  );

async function reply() {
  await desk.triage(desk.letter);
  const submitted = await desk.submitted(clerk, desk.accepted(), department);
  const { reply: sent } = await desk.sent(submitted, { signer: ninthHead, poster: clerk, on: '2026-11-23' });
  return sent;
}

describe('a letter can be checked', () => {
  test('by number and code, however the code is written, and nothing personal is told', async () => {
    const { letterNumber, verificationCode } = await reply();
    const ours = { office: '某区人民检察院', kind: 'PROCEDURAL', signedOn: '2026-11-23' };
    expect(await verify(letterNumber, verificationCode)).toEqual(ours);
    expect(await verify(` ${letterNumber} `, verificationCode.replaceAll('-', ' '))).toEqual(ours);
  });

  test('and one that is not ours gets the same answer for a wrong number and a wrong code', async () => {
    const { letterNumber, verificationCode } = await reply();
    expect(await verify('海检控申复〔2026〕99999号', verificationCode)).toBeNull();
    expect(await verify(letterNumber, '0000-0000-0000')).toBeNull();
  });
});

describe('a petition can be looked up', () => {
  test('before anything is told: it was received, and by when a reply is due', async () => {
    await desk.triage(desk.letter, {
      disposition: 'DECLINED',
      reason: '不属于管辖',
      handlingDepartmentId: null,
      handlerId: null,
    });
    expect(await status()).toMatchObject({
      stage: 'RECEIVED',
      receivedOn: '2026-11-16',
      replyDueOn: '2026-11-23',
      sentOnTo: null,
      replies: [],
    });
  });

  test('with the letters as they were sent, and the next promise', async () => {
    const { letterNumber } = await reply();
    const found = await status();
    expect(found).toMatchObject({ stage: 'HANDLING', repliedOn: '2026-11-23', answerDueOn: '2027-02-16' });
    expect(found.replies).toMatchObject([{ kind: 'PROCEDURAL', letterNumber, sentOn: '2026-11-23' }]);
    expect(found.replies[0].body).toContain('现由第二检察部承办');
  });

  test('and a draft is not among them', async () => {
    await reply();
    const draft = await desk.submitted(handler, desk.result(), FOUND);
    await desk.step(secondHead, 'approveReply', { replyId: draft.id, version: draft.version });
    expect((await status()).replies).toHaveLength(1);
    expect((await status()).stage).toBe('HANDLING');
  });

  test.each<[string, () => Partial<typeof slip>]>([
    ['number', () => ({ number: '海检控申〔2026〕99999号' })],
    ['code', () => ({ code: 'AAAA-AAAA-AA' })],
    ['code of another petition', () => ({ code: queryCodeOf(HERE, HERE, testKeys) })],
    ['number of no office', () => ({ number: 'x' })],
  ])('with a wrong %s it is not there', async (_, change) => {
    expect(await status(change())).toBeNull();
    expect((await leave('我想补充情况', change())).data.leavePublicMessage.status).toBeNull();
    expect(await desk.rows('select from petitions.message where petition_id = $1', [desk.letter])).toEqual([]);
  });
});

describe('who gave no name can still write', () => {
  test('and the desk reads it, once, with the petitioner’s own data masked', async () => {
    const { data } = await leave('王勤补充：我的电话是13900000017。');
    expect(data.leavePublicMessage.status.messages).toEqual([
      { on: '2026-11-23', fromOffice: false, text: '王勤补充：我的电话是13900000017。' },
    ]);
    const page = `{ petition(id: "${desk.letter}") { messages { id text readAt } timeline { kind } } }`;
    const { petition } = (await desk.ask(clerk, page)).data;
    expect(petition.messages).toMatchObject([{ readAt: null }]);
    expect(petition.messages[0].text).not.toContain('13900000017');
    expect(petition.timeline.at(-1).kind).toBe('MESSAGE_RECEIVED');
    const read = () =>
      desk.ask(
        clerk,
        `mutation { readMessage(messageId: "${petition.messages[0].id}") { petition { messages { readBy { id } } } } }`,
      );
    expect((await read()).data.readMessage.petition.messages[0].readBy).toEqual({ id: clerk.staffId });
    expect((await read()).errors[0].extensions.code).toBe('MESSAGE_ALREADY_READ');
  });

  test('but not without end in one day, and not what no text may hold', async () => {
    for (const at of [1, 2, 3, 4, 5]) await leave(`第${at}次补充`);
    expect((await leave('第六次补充')).errors[0].extensions.code).toBe('MESSAGES_OF_TODAY_COMPLETE');
    desk.now = '2026-11-24T04:00:00Z';
    expect((await leave('第二天的补充')).errors).toBeUndefined();
    expect((await leave('a\u0000b')).errors[0].extensions.code).toBe('TEXT_HAS_NUL');
    expect((await leave('字'.repeat(2001))).errors[0].extensions.code).toBe('TEXT_TOO_LONG');
  });

  test('and nothing of it stands in the database in clear', async () => {
    await leave('我被打伤的经过');
    const [{ stored }] = await desk.rows(`select string_agg(m::text, '') as stored from petitions.message m`);
    expect(stored.includes('打伤') || stored.includes(Buffer.from('打伤').toString('hex'))).toBe(false);
  });
});

test('a petition joined to another matter: with their own petition by its number, with somebody else’s by the day alone', async () => {
  await desk.triage(desk.letter);
  const own = slip.number;
  const join = async (id: string, intoNumber: string) => {
    const [{ version }] = await desk.rows('select version from petitions.petition where id = $1', [id]);
    const input = { petitionId: id, version, intoNumber, reason: '同一事项' };
    const mutation =
      'mutation ($input: MergeMattersInput!) { mergeMatters(input: $input) { petition { mergedOn number } } }';
    expect((await desk.ask(clerk, mutation, { input })).errors).toBeUndefined();
  };
  const [again = '', other = ''] = await register(desk.database, [aLetter(), aLetter({ card: SOMEBODY_ELSE })]);
  for (const id of [again, other]) await join(id, own);
  const toldTo = async (id: string) => {
    const code = queryCodeOf(id, HERE, testKeys);
    const [{ number }] = await desk.rows('select number from petitions.petition where id = $1', [id]);
    const { mergedOn, mergedWith } = await status({ number, code });
    return { mergedOn, mergedWith };
  };
  expect(await toldTo(again)).toEqual({ mergedOn: '2026-11-23', mergedWith: own });
  expect(await toldTo(other)).toEqual({ mergedOn: '2026-11-23', mergedWith: null });
  expect(await status()).toMatchObject({ mergedOn: null, mergedWith: null });
});

test('the desk writes back to them, without telling who, which stops no clock and takes nothing from their day', async () => {
  const write = (viewer: typeof clerk, text = '请问事情发生在哪一年？') =>
    desk.ask(
      viewer,
      `mutation ($input: WriteMessageInput!) { writeMessage(input: $input) { petition {
        proceduralClock { state } messages { text author { id } } timeline { kind } } } }`,
      { input: { petitionId: desk.letter, text } },
    );
  await leave('不便留名，情况如下');
  const { petition } = (await write(clerk)).data.writeMessage;
  expect(petition.messages.at(-1)).toEqual({ text: '请问事情发生在哪一年？', author: { id: clerk.staffId } });
  expect(petition.timeline.map(({ kind }: { kind: string }) => kind)).toContain('MESSAGE_SENT');
  expect(petition.proceduralClock.state).toBe('DUE_SOON');
  for (const at of [2, 3, 4, 5]) expect((await leave(`补充${at}`)).errors).toBeUndefined();
  const { messages } = await status();
  expect(messages[1]).toEqual({ on: '2026-11-23', fromOffice: true, text: '请问事情发生在哪一年？' });
  expect(JSON.stringify(await status())).not.toContain(clerk.staffId);
  const code = async (viewer: typeof clerk, text?: string) => (await write(viewer, text)).errors[0].extensions.code;
  expect(await code(clerk, ' ')).toBe('TEXT_TOO_SHORT');
  expect(await code(buildViewer(ELSEWHERE, ['CLERK'], { staffId: HERE, departmentIds: [NINTH] }))).toBe(
    'PETITION_NOT_FOUND',
  );
  expect(await code(buildViewer(HERE, ['LEADER'], { staffId: HERE }))).toBe('NOT_ALLOWED');
  expect(await code(stranger)).toBe('NOT_ALLOWED');
});

describe('nothing else opens', () => {
  test('three doors are for strangers, and those are closed to everybody else', async () => {
    const open = Object.entries(petitionsPolicy).filter(([, row]) => row.some(({ strangers }) => strangers));
    const roots = open
      .map(([coordinate]) => coordinate)
      .filter((coordinate) => /^(?:Query|Mutation)\./.test(coordinate));
    expect(roots.sort()).toEqual(['Mutation.leavePublicMessage', 'Query.publicLetter', 'Query.publicStatus']);
    const { errors } = await desk.ask(clerk, '{ publicLetter(number: "x", code: "y") { office } }');
    expect(errors[0].extensions.code).toBe('NOT_ALLOWED');
  });

  test.each([
    '{ worklist(first: 1) { totalCount } }',
    '{ timeLimit(kind: PROCEDURAL, receivedOn: "2026-11-16") { dueOn } }',
    '{ figureDefinitions { code } }',
    '{ _entities(representations: [{ __typename: "Institution", id: "01900000-0000-7000-8000-000000000001" }]) { ... on Institution { id } } }',
    'mutation { readMessage(messageId: "x") { petition { id } } }',
  ])('a stranger who asks %s is refused', async (document) => {
    const { data, errors } = await desk.ask(stranger, document);
    expect(errors[0].extensions.code).toBe('NOT_ALLOWED');
    expect(JSON.stringify(data ?? null)).not.toContain(HERE);
  });

  test('a stranger opens no file', async () => {
    const { status: code } = await desk.door.files({ method: 'GET', path: `outgoing/letters.pdf` }, stranger);
    expect(code).toBe(403);
  });

  test('row-level security shows a stranger no row of any table', async () => {
    await reply();
    await leave('补充');
    expect(await rowsSeenBy('00000000-0000-0000-0000-000000000000', 'NONE')).toEqual([]);
    expect(await rowsSeenBy(HERE, 'INSTITUTION')).not.toEqual([]);
  });

  test('a message is the desk’s alone', async () => {
    await leave('补充');
    const [{ id }] = await desk.rows('select id from petitions.message where petition_id = $1', [desk.letter]);
    const code = async (viewer: typeof clerk) =>
      (await desk.ask(viewer, `mutation { readMessage(messageId: "${id}") { petition { id } } }`)).errors[0].extensions
        .code;
    expect(await code(buildViewer(ELSEWHERE, ['CLERK'], { staffId: HERE, departmentIds: [NINTH] }))).toBe(
      'MESSAGE_NOT_FOUND',
    );
    expect(await code(buildViewer(HERE, ['LEADER'], { staffId: HERE }))).toBe('NOT_ALLOWED');
    expect(await code(buildViewer(HERE, ['AUDITOR'], { departmentIds: [NINTH] }))).toBe('NOT_ALLOWED');
  });
});

/** Tables of which the service’s own role sees a row, under these settings. */
async function rowsSeenBy(institutionId: string, scope: string): Promise<string[]> {
  const tables = await desk.rows(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'petitions' and c.relkind in ('r', 'v') order by 1`,
  );
  const { Client } = (await import('pg')).default;
  const client = new Client(desk.database.urlOf('petitions'));
  await client.connect();
  try {
    await client.query(`select set_config('app.institution_id', $1, false), set_config('app.scope', $2, false)`, [
      institutionId,
      scope,
    ]);
    const seen: string[] = [];
    for (const { name } of tables) {
      if (name.startsWith('mikro_orm')) continue;
      const { rows } = await client.query(`select has_table_privilege('petitions.' || $1, 'select') as may`, [name]);
      if (rows[0].may && (await client.query(`select from petitions.${name} limit 1`)).rowCount) seen.push(name);
    }
    return seen;
  } finally {
    await client.end();
  }
}
