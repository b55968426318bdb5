import { newFeedToken } from '@everyletter/kit/feed';
import type { Service } from '@everyletter/kit/service';
import { ask, buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import { feedViewer, type Viewer } from '@everyletter/kit/viewer';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { staffId } from '../demo/ids.ts';
import { loadRosterDemo } from '../demo/load.ts';
import { HOME, INSTITUTIONS } from '../demo/people.ts';
import { rosterService } from '../src/service.ts';

const LEADER = staffId(2);
const leader = buildViewer(HOME, ['LEADER'], { staffId: LEADER });
const clerk = buildViewer(HOME, ['CLERK'], { staffId: staffId(11) });

let database: TestDatabase;
let roster: Service;

beforeAll(async () => {
  database = await testDatabase([rosterService]);
  await loadRosterDemo(database.ownerUrl, localDate('2026-11-23'));
  roster = await database.start(rosterService, { clock: () => new Date('2026-11-23T04:00:00Z') });
});
afterAll(() => database.stop());

async function issue(viewer: Viewer, kind: string): Promise<string> {
  const answer = await ask(
    roster,
    viewer,
    `mutation { issueCalendarFeed(input: { kind: ${kind} }) { path calendarFeed { kind issuedAt } } }`,
  );
  expect(answer.errors).toBeUndefined();
  return answer.data.issueCalendarFeed.path;
}

/** As the gateway's door asks for an address. */
async function open(address: string) {
  const token = address.split('/').at(-1);
  return roster.files({ method: 'GET', path: `feeds/${token}` }, feedViewer(HOME, 'feed'));
}

async function events(address: string): Promise<InstanceType<typeof ICAL.Event>[]> {
  const { status, body } = await open(address);
  expect(status).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(body.toString()));
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

test('a leader has her own days in a feed, in the hours they are held', async () => {
  const mine = await events(await issue(leader, 'MY_DUTIES'));
  const [{ count }] = await database.rows(
    `select count(*)::int from roster.reception_day where leader_id = $1 and date >= '2026-09-24'`,
    [LEADER],
  );
  expect(mine).toHaveLength(count);
  expect(mine[0]?.summary).toBe('领导接访（上午）');
  expect(mine[0]?.startDate.toJSDate().toISOString()).toMatch(/T01:00:00/);
  expect(new Set(mine.map(({ uid }) => uid)).size).toBe(count);
});

test('a clerk has the whole hall, with the leaders by name', async () => {
  const all = await events(await issue(clerk, 'HALL'));
  const [{ count }] = await database.rows(`select count(*)::int from roster.reception_day where date >= '2026-09-24'`);
  expect(all).toHaveLength(count);
  expect(new Set(all.map(({ summary }) => summary)).has('领导接访：沈若兰 副检察长')).toBe(true);
});

test('what is called off stays in the feed as called off, with a later revision', async () => {
  const address = await issue(leader, 'MY_DUTIES');
  const [{ id }] = await database.rows(
    `update roster.reception_day set called_off_on = '2026-11-23', revision = revision + 1
     where id = (select id from roster.reception_day where leader_id = $1 order by date desc limit 1) returning id`,
    [LEADER],
  );
  const called = (await events(address)).find(({ uid }) => uid.includes(id));
  expect(called?.sequence).toBe(1);
  expect(called?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  const { data } = await ask(roster, clerk, '{ receptionDays(from: "2026-11-23", to: "2027-03-01") { id } }');
  expect(data.receptionDays.some((day: { id: string }) => day.id === id)).toBe(false);
});

test('a new address ends the one before it, and a revoked one opens nothing', async () => {
  const first = await issue(clerk, 'MY_DUTIES');
  const second = await issue(clerk, 'MY_DUTIES');
  expect(second).not.toBe(first);
  expect((await open(first)).status).toBe(404);
  expect((await open(second)).status).toBe(200);
  await ask(roster, clerk, 'mutation { revokeCalendarFeed(input: { kind: MY_DUTIES }) { calendarFeed { issuedAt } } }');
  expect((await open(second)).status).toBe(404);
  const { data } = await ask(roster, clerk, '{ calendarFeeds { kind issuedAt } }');
  expect(data.calendarFeeds).toContainEqual({ kind: 'MY_DUTIES', issuedAt: null });
});

test('the address is nowhere in the database, and the audit tells who made one', async () => {
  const token = (await issue(clerk, 'HALL')).split('/').at(-1)?.replace('.ics', '') ?? '';
  const kept = await database.rows('select f::text from roster.feed_token f');
  expect(JSON.stringify(kept)).not.toContain(token);
  const [{ content }] = await database.rows('select content from roster.audit_entry order by sequence desc limit 1');
  expect(JSON.parse(content)).toMatchObject({ action: 'ISSUE_CALENDAR_FEED', facts: { kind: 'HALL' } });
});

test('who may not sign in any more may not read on', async () => {
  const address = await issue(leader, 'MY_DUTIES');
  await database.rows(
    `update roster.account_card set disabled = true where account_id in
     (select account_id from roster.role_grant where staff_id = $1)`,
    [LEADER],
  );
  expect((await open(address)).status).toBe(404);
});

test.each<[string, Viewer]>([
  ['a lawyer from outside', buildViewer(HOME, ['DUTY_LAWYER'])],
  ['a mediator', buildViewer(HOME, ['MEDIATOR'])],
  ['a reporter, who is nobody of the house', buildViewer(HOME, ['REPORTER'])],
])('%s is given no address', async (_, stranger) => {
  const before = await database.rows('select count(*) from roster.feed_token');
  const answer = await ask(roster, stranger, 'mutation { issueCalendarFeed(input: { kind: HALL }) { path } }');
  expect(answer.errors[0].extensions.code).toBe('NOT_ALLOWED');
  expect(await database.rows('select count(*) from roster.feed_token')).toEqual(before);
});

test('a token of another institution opens nothing here', async () => {
  const [elsewhere] = INSTITUTIONS;
  expect((await open(`x/${newFeedToken(elsewhere.id)}.ics`)).status).toBe(404);
  const address = await issue(clerk, 'HALL');
  const token = address.split('/').at(-1);
  const path = `feeds/${token}`;
  expect((await roster.files({ method: 'GET', path }, feedViewer(elsewhere.id, 'feed'))).status).toBe(404);
});
