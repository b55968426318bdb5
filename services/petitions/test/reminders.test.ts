import { type Answer, buildViewer } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerk, ELSEWHERE, HERE, NINTH } from './build.ts';
import { ClockKeeper } from './clock-keeper.ts';
import { department, handler, leader, ninthHead, officer, secondHead } from './reply-desk.ts';

const desk = new ClockKeeper();
const REMINDERS =
  '{ reminders(all: true) { totalCount edges { node { id kind clock dueOn raisedAt read open petition { id } } } } reminderWatch { unread silent } }';
const inbox = async (viewer = clerk): Promise<Answer> => (await desk.ask(viewer, REMINDERS)).data;
const kinds = async (viewer = clerk) =>
  (await inbox(viewer)).reminders.edges.map(({ node }: Answer) => `${node.kind} ${node.clock}`).sort();
const raised = () =>
  desk.rows(
    'select kind, clock, due_on::text, count(*)::int as n from petitions.reminder group by 1, 2, 3 order by 3, 1',
  );

beforeAll(async () => {
  await desk.open();
  await desk.receive({ receivedOn: localDate('2026-11-16') });
  await desk.triage(desk.letter);
});
afterAll(() => desk.close());

test('before anybody has looked, everybody is told that nobody is reminded', async () => {
  expect((await inbox()).reminderWatch).toEqual({ unread: 0, silent: true });
});

test('several workers at once remind each of each day once', async () => {
  await Promise.all(Array.from({ length: 4 }, () => desk.worker(desk.now)));
  await desk.scanned(desk.now);
  expect(await raised()).toEqual([
    { kind: 'DEPUTY_AFTER', clock: 'PROCEDURAL', due_on: '2026-11-23', n: 1 },
    { kind: 'HEAD_BEFORE', clock: 'PROCEDURAL', due_on: '2026-11-23', n: 1 },
    { kind: 'OWNER_BEFORE', clock: 'PROCEDURAL', due_on: '2026-11-23', n: 1 },
  ]);
  expect((await inbox()).reminderWatch).toEqual({ unread: 1, silent: false });
});

test('each finds what is theirs: the desk, the head of the department, leaders; not their neighbours', async () => {
  expect(await kinds(clerk)).toEqual(['OWNER_BEFORE PROCEDURAL']);
  expect(await kinds(ninthHead)).toEqual(['HEAD_BEFORE PROCEDURAL']);
  expect(await kinds(leader)).toEqual(['DEPUTY_AFTER PROCEDURAL']);
  for (const other of [handler, secondHead, officer]) expect(await kinds(other)).toEqual([]);
  const foreign = buildViewer(ELSEWHERE, ['CLERK'], { staffId: clerk.staffId, departmentIds: [NINTH] });
  expect(await kinds(foreign)).toEqual([]);
  const auditor = buildViewer(HERE, ['AUDITOR'], { staffId: clerk.staffId, departmentIds: [NINTH] });
  expect((await desk.ask(auditor, REMINDERS)).errors[0].extensions.code).toBe('NOT_ALLOWED');
});

test('read is read by one, not by the others', async () => {
  const mutation = 'mutation { markRemindersRead(input: {}) { marked unread } }';
  expect((await desk.ask(clerk, mutation)).data.markRemindersRead).toEqual({ marked: 1, unread: 0 });
  expect((await desk.ask(clerk, mutation)).data.markRemindersRead).toEqual({ marked: 0, unread: 0 });
  expect((await inbox(leader)).reminderWatch.unread).toBe(1);
  const bad = await desk.ask(clerk, 'mutation { markRemindersRead(input: { ids: ["nothing"] }) { marked } }');
  expect(bad.errors[0].extensions.code).toBe('ID_INVALID');
});

test('after a week without a worker the next scan makes up for all of it, and the handler is told of the answer', async () => {
  const later = '2027-02-12T02:00:00Z';
  await desk.worker(later);
  await desk.scanned(later);
  desk.now = later;
  expect(await kinds(leader)).toEqual(['CHIEF_AFTER PROCEDURAL', 'DEPUTY_AFTER PROCEDURAL']);
  expect(await kinds(handler)).toEqual(['OWNER_BEFORE SUBSTANTIVE']);
  expect(await kinds(clerk)).toEqual(['OWNER_BEFORE PROCEDURAL']);
});

test('a clock set back says nothing twice, and says itself that nobody is reminded', async () => {
  const before = await raised();
  const back = '2026-11-24T02:00:00Z';
  desk.now = back;
  expect((await inbox()).reminderWatch.silent).toBe(true);
  await desk.worker(back);
  await desk.scanned(back);
  expect(await raised()).toEqual(before);
  expect((await inbox()).reminderWatch.silent).toBe(false);
});

test('what was answered waits for nobody any more', async () => {
  const reply = await desk.submitted(clerk, desk.accepted(), department);
  await desk.sent(reply, { signer: ninthHead, poster: clerk, on: '2026-11-24' });
  const { reminders, reminderWatch } = await inbox(leader);
  expect(reminderWatch.unread).toBe(0);
  expect(reminders.edges.every(({ node }: Answer) => !node.open)).toBe(true);
  expect((await desk.ask(leader, '{ reminders { edges { node { id } } } }')).data.reminders.edges).toEqual([]);
});

test('the stored days are held against their events once a day', async () => {
  const mine = { data: (await desk.ask(leader, '{ clockCheck { checkedOn checked differing } }')).data };
  expect(mine.data.clockCheck).toMatchObject({ differing: [] });
  await desk.rows(`update petitions.matter set substantive_due_on = '2027-02-20' returning id`);
  const next = '2026-11-26T02:00:00Z';
  await desk.worker(next);
  await desk.scanned(next);
  desk.now = next;
  const { data } = await desk.ask(leader, '{ clockCheck { checkedOn checked differing } }');
  expect(data.clockCheck).toMatchObject({
    checkedOn: '2026-11-26',
    checked: 1,
    differing: [expect.stringContaining('2026')],
  });
});
