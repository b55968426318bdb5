import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clerk } from './build.ts';
import { department, FOUND, handler, ninthHead, ReplyDesk, secondHead } from './reply-desk.ts';

const desk = new ReplyDesk();

beforeAll(() => desk.open());
beforeEach(async () => {
  desk.now = '2026-11-23T04:00:00Z';
  await desk.receive();
  await desk.triage(desk.letter);
});
afterAll(() => desk.close());

const fileOf = (id: string) => ({ method: 'GET', path: `replies/${id}/letter.pdf` }) as const;

describe('the printed letter', () => {
  test('has the words, the number and the code, and its reading is written down', async () => {
    const { id, version } = await desk.submitted(clerk, desk.accepted(), department);
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
    const { id, version } = await desk.submitted(clerk, desk.accepted(), department);
    const { reply } = await desk.step(ninthHead, 'approveReply', { replyId: id, version });
    await desk.rows(`update petitions.petition set subject = '别的事', number = 'other-' || id where id = $1`, [
      desk.letter,
    ]);
    expect((await desk.read(clerk, id)).body).toBe(reply.body);
  });
});

test('the database holds no word of a reply in clear', async () => {
  const { id, version } = await desk.submitted(handler, desk.result(), FOUND);
  await desk.step(secondHead, 'sendBackReply', { replyId: id, version, reason: '请补充调查经过' });
  const [{ stored }] = await desk.rows(
    `select (select string_agg(r::text, '') from petitions.reply r) ||
              (select string_agg(t::text, '') from petitions.timeline_entry t) ||
              (select string_agg(content, '') from petitions.audit_entry) as stored`,
  );
  for (const plain of ['协助调查', '申诉', '补充调查', '第二检察部']) {
    expect(stored.includes(plain) || stored.includes(Buffer.from(plain).toString('hex'))).toBe(false);
  }
});

test('a page of petitions with their replies costs one statement more', async () => {
  const ask = (fields: string) => desk.ask(clerk, `{ worklist(first: 50) { edges { node { number ${fields} } } } }`);
  await desk.submitted(clerk, desk.accepted(), department);
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

async function lastAudit(): Promise<unknown> {
  const [{ content }] = await desk.rows('select content from petitions.audit_entry order by sequence desc limit 1');
  return JSON.parse(content);
}
