import { buildViewer } from '@everyletter/kit/testing';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clerk, ELSEWHERE, HERE, NINTH, SECOND } from './build.ts';
import { department, FOUND, handler, leader, ninthHead, ReplyDesk, secondHead } from './reply-desk.ts';

const desk = new ReplyDesk();
const RECIPIENTS = `{ id version recipients { id kind state means sentOn settledOn sendings name address reason letterPath
  envelopePath } petition { returnedOn nextAction { kind } proceduralClock { state stoppedOn } substantiveClock { state stoppedOn }
  matter { state followUpClock { dueOn } } timeline { kind on words { zh } detail } } }`;

beforeAll(() => desk.open());
beforeEach(async () => {
  desk.now = '2026-11-23T04:00:00Z';
  await desk.receive();
  await desk.triage(desk.letter);
});
afterAll(() => desk.close());

const mutate = (viewer: typeof clerk, name: string, input: object) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const payload =
    name === 'addCorrespondent'
      ? '{ petition { correspondents { id kind name address phone } } }'
      : `{ reply ${RECIPIENTS} }`;
  return desk.ask(viewer, `mutation ($input: ${type}!) { ${name}(input: $input) ${payload} }`, { input });
};
const addLawyer = (viewer = clerk, change: object = {}) =>
  mutate(viewer, 'addCorrespondent', {
    petitionId: desk.letter,
    kind: 'LAWYER',
    name: '何律师',
    address: '北京市朝阳区某路9号律师事务所',
    phone: '13800001234',
    ...change,
  });

/** Posted on 23 November, with its recipients. */
async function posted(draft: object = desk.accepted(), fields: Record<string, string> = department) {
  const isResult = draft !== null && 'kind' in draft && draft.kind === 'RESULT';
  const reply = await desk.submitted(isResult ? handler : clerk, draft, fields);
  await desk.sent(reply, { signer: isResult ? secondHead : ninthHead, poster: clerk, on: '2026-11-23' });
  return read(reply.id);
}

async function read(id: string, viewer = clerk) {
  const query = `{ _entities(representations: [{ __typename: "Reply", id: "${id}" }]) { ... on Reply ${RECIPIENTS} } }`;
  return (await desk.ask(viewer, query)).data._entities[0];
}

const seen = ({ id, version, recipients }: Awaited<ReturnType<typeof read>>, at = 0) => ({
  replyId: id,
  version,
  recipientId: recipients[at].id,
});

describe('a letter that comes back', () => {
  test('opens the clock it had stopped, and is sent again by another way', async () => {
    const sent = await posted();
    expect(sent.petition).toMatchObject({ returnedOn: null, proceduralClock: { state: 'STOPPED' } });
    desk.now = '2026-11-30T04:00:00Z';
    const back = { state: 'RETURNED', on: '2026-11-30', reason: '原址查无此人' };
    const { data } = await mutate(clerk, 'recordDelivery', { ...seen(sent), ...back });
    const returned = data.recordDelivery.reply;
    expect(returned.recipients).toMatchObject([{ state: 'RETURNED', settledOn: '2026-11-30', reason: '原址查无此人' }]);
    expect(returned.petition).toMatchObject({
      returnedOn: '2026-11-30',
      nextAction: { kind: 'RESEND_REPLY' },
      proceduralClock: { state: 'OVERDUE', stoppedOn: null },
    });
    expect(returned.petition.timeline.at(-1)).toMatchObject({ kind: 'REPLY_RETURNED', detail: '原址查无此人' });
    expect(returned.petition.timeline.at(-2)).toMatchObject({
      kind: 'CLOCK_REOPENED',
      words: { zh: '期限恢复计算：程序性回复期限，2026-11-23到期' },
    });
    const again = { means: 'MESSAGE', dispatchedOn: '2026-11-30' };
    const resent = (await mutate(clerk, 'resendReply', { ...seen(returned), ...again })).data.resendReply.reply;
    expect(resent.recipients).toMatchObject([{ state: 'SENT', means: 'MESSAGE', sentOn: '2026-11-30', sendings: 2 }]);
    expect(resent.petition).toMatchObject({ returnedOn: null, proceduralClock: { stoppedOn: '2026-11-30' } });
  });

  test('as a result takes the matter in hand again', async () => {
    const sent = await posted(desk.result(), FOUND);
    expect(sent.petition.matter.state).toBe('ANSWERED');
    const back = { state: 'RETURNED', on: '2026-11-23', reason: '迁移新址不明' };
    const { petition } = (await mutate(handler, 'recordDelivery', { ...seen(sent), ...back })).data.recordDelivery
      .reply;
    expect(petition).toMatchObject({
      matter: { state: 'HANDLING', followUpClock: null },
      proceduralClock: { stoppedOn: null },
      substantiveClock: { stoppedOn: null },
    });
  });
});

describe('a clock stays stopped', () => {
  test('when another answer still stands', async () => {
    await posted();
    const result = await posted(desk.result(), FOUND);
    const back = { state: 'RETURNED', on: '2026-11-23', reason: '拒收' };
    const { petition } = (await mutate(clerk, 'recordDelivery', { ...seen(result), ...back })).data.recordDelivery
      .reply;
    expect(petition).toMatchObject({
      proceduralClock: { stoppedOn: '2026-11-23' },
      substantiveClock: { stoppedOn: null },
      matter: { state: 'HANDLING' },
    });
  });

  test('while one of several recipients has it', async () => {
    await addLawyer();
    const sent = await posted();
    expect(sent.recipients.map(({ kind }: { kind: string }) => kind)).toEqual(['PETITIONER', 'LAWYER']);
    const back = { state: 'RETURNED', on: '2026-11-23', reason: '无人签收' };
    const one = (await mutate(clerk, 'recordDelivery', { ...seen(sent), ...back })).data.recordDelivery.reply;
    expect(one.petition).toMatchObject({ returnedOn: null, proceduralClock: { state: 'STOPPED' } });
    const both = (await mutate(clerk, 'recordDelivery', { ...seen(one, 1), ...back })).data.recordDelivery.reply;
    expect(both.petition).toMatchObject({ returnedOn: '2026-11-23', proceduralClock: { stoppedOn: null } });
  });
});

test('each copy carries the name and the address of its own recipient', async () => {
  await addLawyer();
  const sent = await posted();
  const texts = await Promise.all(sent.recipients.map(({ letterPath }: { letterPath: string }) => textOf(letterPath)));
  expect(texts[0]).toContain('尊敬的王勤：');
  expect(texts[0]).toContain('学院路17号院2号楼301室');
  expect(texts[1]).toContain('尊敬的何律师：');
  expect(texts[1]).toContain('朝阳区某路9号律师事务所');
  expect(texts[1]).not.toContain('学院路');
  expect(await textOf(sent.recipients[1].envelopePath)).toContain('何律师收');
});

test('the letters of a day are printed as one, and only those still in the house', async () => {
  await desk.rows(`update petitions.reply set state = 'DISPATCHED' where state = 'APPROVED'`);
  expect((await file('outgoing/letters.pdf')).status).toBe(422);
  const first = await desk.submitted(clerk, desk.accepted(), department);
  await desk.step(ninthHead, 'approveReply', { replyId: first.id, version: first.version });
  await desk.receive();
  await desk.triage(desk.letter);
  const second = await desk.submitted(clerk, desk.accepted(), department);
  await desk.step(ninthHead, 'approveReply', { replyId: second.id, version: second.version });
  const { data } = await desk.ask(clerk, '{ outgoingReplies { id letterNumber } }');
  expect(data.outgoingReplies.map(({ id }: { id: string }) => id)).toEqual([first.id, second.id]);
  const printed = await textOf('outgoing/letters.pdf');
  for (const { letterNumber } of data.outgoingReplies) expect(printed).toContain(letterNumber);
  expect(await textOf('outgoing/envelopes.pdf')).toContain('王勤收');
});

test.each<[string, object, string]>([
  ['before it was sent', { on: '2026-11-22' }, 'DELIVERY_BEFORE_SENDING'],
  ['tomorrow', { on: '2026-11-24' }, 'DELIVERY_IN_FUTURE'],
  ['without what was written on it', { reason: ' ' }, 'DELIVERY_REASON_NEEDED'],
  ['as if it were still waiting', { state: 'WAITING' }, 'DELIVERY_STATE_INVALID'],
  ['to nobody of this reply', { recipientId: desk.letter || HERE }, 'RECIPIENT_NOT_FOUND'],
])('a return %s is refused and changes nothing', async (_, change, code) => {
  const sent = await posted();
  const back = { state: 'RETURNED', on: '2026-11-23', reason: '退回', ...change };
  const { errors } = await mutate(clerk, 'recordDelivery', { ...seen(sent), ...back });
  expect(errors[0].extensions.code).toBe(code);
  expect((await read(sent.id)).recipients[0].state).toBe('SENT');
});

test('what reached somebody is not sent to them again, and what was not sent cannot come back', async () => {
  const sent = await posted();
  const again = { means: 'LETTER', dispatchedOn: '2026-11-23' };
  expect((await mutate(clerk, 'resendReply', { ...seen(sent), ...again })).errors[0].extensions.code).toBe(
    'RECIPIENT_WAS_REACHED',
  );
  const draft = await desk.submitted(handler, desk.result(), FOUND);
  const unsent = await read(draft.id);
  const back = { state: 'RETURNED', on: '2026-11-23', reason: '退回' };
  expect((await mutate(clerk, 'recordDelivery', { ...seen(unsent), ...back })).errors[0].extensions.code).toBe(
    'REPLY_NOT_SENT',
  );
});

test('a sixth representative and a phone that is none are refused', async () => {
  for (const name of ['甲一', '乙二', '丙三', '丁四', '戊五']) await addLawyer(clerk, { kind: 'REPRESENTATIVE', name });
  const code = async (change: object) => (await addLawyer(clerk, change)).errors[0].extensions.code;
  expect(await code({ kind: 'REPRESENTATIVE' })).toBe('REPRESENTATIVES_COMPLETE');
  expect(await code({ phone: '打不通' })).toBe('PHONE_INVALID');
  expect(await code({ name: ' ' })).toBe('TEXT_TOO_SHORT');
});

test.each<[string, typeof clerk, string]>([
  [
    'of another institution',
    buildViewer(ELSEWHERE, ['CLERK'], { staffId: HERE, departmentIds: [NINTH] }),
    'REPLY_NOT_FOUND',
  ],
  ['of no department of it', buildViewer(HERE, ['CLERK'], { staffId: HERE, departmentIds: [HERE] }), 'REPLY_NOT_FOUND'],
  ['who only looks on', leader, 'NOT_ALLOWED'],
  ['who audits', buildViewer(HERE, ['AUDITOR'], { departmentIds: [NINTH, SECOND] }), 'NOT_ALLOWED'],
])('a stranger %s settles no delivery and reads no recipient', async (_, stranger, code) => {
  const sent = await posted();
  const back = { state: 'RETURNED', on: '2026-11-23', reason: '退回' };
  expect((await mutate(stranger, 'recordDelivery', { ...seen(sent), ...back })).errors[0].extensions.code).toBe(code);
  const added = (await addLawyer(stranger)).errors[0].extensions.code;
  expect(added).toBe(code === 'NOT_ALLOWED' ? code : 'PETITION_NOT_FOUND');
  if (stranger === leader) return;
  const doors = await desk.ask(
    stranger,
    `{ _entities(representations: [{ __typename: "Reply", id: "${sent.id}" }]) { ... on Reply { recipients { name } } } }`,
  );
  expect(doors.data._entities).toEqual([null]);
  expect((await desk.door.files(request(sent.recipients[0].letterPath), stranger)).status).toBeGreaterThan(400);
});

test('the database holds no name or address of a recipient in clear', async () => {
  await addLawyer();
  await posted();
  const [{ stored }] = await desk.rows(
    `select (select string_agg(r::text, '') from petitions.reply_recipient r) ||
      (select string_agg(c::text, '') from petitions.correspondent c) as stored`,
  );
  for (const plain of ['何律师', '朝阳区', '13800001234', '学院路']) {
    expect(stored.includes(plain) || stored.includes(Buffer.from(plain).toString('hex'))).toBe(false);
  }
});

const request = (path: string) => ({ method: 'GET', path: path.replace('/files/petitions/', '') }) as const;
const file = (path: string) => desk.door.files(request(path), clerk);

async function textOf(path: string): Promise<string> {
  const { status, body } = await file(path);
  expect(status).toBe(200);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(body)), { mergePages: true });
  return text.replaceAll(/\s+/g, '');
}
