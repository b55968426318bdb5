import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aLetter, CLERK_ID, clerk, register } from './build.ts';
import { department, leader, ninthHead, ReplyDesk } from './reply-desk.ts';

const desk = new ReplyDesk();

beforeAll(() => desk.open());
beforeEach(async () => {
  desk.now = '2026-11-23T04:00:00Z';
  await desk.receive();
  await desk.triage(desk.letter);
});
afterAll(() => desk.close());

test('a stale version is refused, saying who changed it', async () => {
  const { id } = await desk.submitted(clerk, desk.accepted(), department);
  expect(await desk.step(ninthHead, 'approveReply', { replyId: id, version: 2 })).toMatchObject({
    code: 'REPLY_CHANGED',
    kind: 'CONFLICT',
    details: { field: 'version', version: 3, changedById: CLERK_ID, changedAt: '2026-11-23T04:00:00.000Z' },
  });
});

test('of two approvals at once one is kept', async () => {
  const { id, version } = await desk.submitted(clerk, desk.accepted(), department);
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
])('a draft with %s is refused', async (_, change, code) => {
  expect((await desk.step(clerk, 'draftReply', { ...desk.accepted(), ...change })).code).toBe(code);
});

test('a draft before triage and a second of a kind are refused', async () => {
  const [untriaged = ''] = await register(desk.database, [aLetter()]);
  const early = await desk.step(clerk, 'draftReply', { ...desk.accepted(), petitionId: untriaged });
  expect(early.code).toBe('PETITION_NOT_TRIAGED');
  await desk.step(clerk, 'draftReply', desk.accepted());
  expect((await desk.step(clerk, 'draftReply', desk.accepted())).code).toBe('REPLY_ALREADY_OPEN');
});

test.each<[string, { key: string; value: string }[], string, string]>([
  ['a field the template lacks', [{ key: 'salary', value: '1' }], 'REPLY_FIELD_UNKNOWN', 'fields.0.key'],
  ['NUL', [{ key: 'note', value: 'a\u0000b' }], 'TEXT_HAS_NUL', 'fields.0.value'],
  ['half a character', [{ key: 'note', value: '王\uD842' }], 'TEXT_NOT_UNICODE', 'fields.0.value'],
  ['too many words', [{ key: 'note', value: '字'.repeat(4001) }], 'TEXT_TOO_LONG', 'fields.0.value'],
])('an edit with %s is refused and changes nothing', async (_, fields, code, field) => {
  const { reply } = await desk.step(clerk, 'draftReply', desk.accepted());
  const refused = await desk.step(clerk, 'editReply', { replyId: reply.id, version: 1, fields });
  expect(refused).toMatchObject({ code, details: { field } });
  expect((await desk.read(clerk, reply.id)).version).toBe(1);
});

test.each<[string, Record<string, unknown>, string]>([
  ['tomorrow', { dispatchedOn: '2026-11-24' }, 'DISPATCH_IN_FUTURE'],
  ['before it was received', { means: 'ON_THE_SPOT', dispatchedOn: '2026-11-15' }, 'DISPATCH_BEFORE_RECEIPT'],
  ['by post before it was signed', { dispatchedOn: '2026-11-22' }, 'DISPATCH_BEFORE_APPROVAL'],
  ['on a day that does not exist', { dispatchedOn: '2026-02-30' }, 'DATE_INVALID'],
])('a dispatch %s is refused and changes nothing', async (_, change, code) => {
  const { id, version } = await desk.submitted(clerk, desk.accepted(), department);
  await desk.step(ninthHead, 'approveReply', { replyId: id, version });
  const dispatch = { replyId: id, version: version + 1, means: 'LETTER', dispatchedOn: '2026-11-23', ...change };
  expect((await desk.step(clerk, 'dispatchReply', dispatch)).code).toBe(code);
  expect((await desk.read(clerk, id)).state).toBe('APPROVED');
});

test('a dispatch of what nobody signed and an edit of what is submitted are refused', async () => {
  const { id, version } = await desk.submitted(clerk, desk.accepted(), department);
  const dispatch = { replyId: id, version, means: 'LETTER', dispatchedOn: '2026-11-23' };
  expect((await desk.step(clerk, 'dispatchReply', dispatch)).code).toBe('REPLY_NOT_APPROVED');
  expect((await desk.step(clerk, 'editReply', { replyId: id, version, fields: [] })).code).toBe('REPLY_NOT_DRAFT');
});
