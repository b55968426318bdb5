import { type Answer, buildViewer } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ELSEWHERE, HERE } from './build.ts';
import { ClockKeeper, NOTICE_2027, system } from './clock-keeper.ts';
import { leader } from './reply-desk.ts';

const desk = new ClockKeeper();
const EFFECT = `query ($calendar: ThoughtOfCalendarInput!, $first: Int, $after: String) {
  calendarEffect(calendar: $calendar, first: $first, after: $after) { open settled totalCount pageInfo { hasNextPage endCursor }
    edges { node { number kind from to provisional } } } }`;
const CLOCK = `{ substantiveClock { dueOn provisional calendarVersion steps { zh } events { type dueOn calendarVersion } } timeline { kind words { zh } } }`;
const substantive = async (id: string) => {
  const { data } = await desk.ask(leader, `{ petition(id: "${id}") ${CLOCK} }`);
  return data.petition;
};
let moved = '';
let settled = '';

beforeAll(async () => {
  await desk.open({ jobs: true });
  await desk.receive({ receivedOn: localDate('2026-11-20') });
  settled = desk.letter;
  await desk.receive({ receivedOn: localDate('2026-11-30') });
  moved = desk.letter;
});
afterAll(() => desk.close());

test('before a notice, a day in that year says it is provisional', async () => {
  expect((await substantive(moved)).substantiveClock).toMatchObject({ dueOn: '2027-03-01', provisional: true });
});

test('who imports calendars sees what would move by number and day, in pages, and nothing changes', async () => {
  const before = await desk.rows('select count(*) from petitions.clock_event');
  const { data } = await desk.ask(system, EFFECT, { calendar: NOTICE_2027 });
  expect(data.calendarEffect).toMatchObject({ open: 4, settled: 1, totalCount: 1 });
  expect(data.calendarEffect.edges.map(({ node }: { node: object }) => node)).toEqual([
    {
      number: expect.stringContaining('2026'),
      kind: 'SUBSTANTIVE',
      from: '2027-03-01',
      to: '2027-03-03',
      provisional: false,
    },
  ]);
  const page = await desk.ask(system, EFFECT, { calendar: { ...NOTICE_2027, daysOff: ['2026-11-27'] }, first: 1 });
  expect(page.data.calendarEffect.pageInfo.hasNextPage).toBe(false);
  expect(await desk.rows('select count(*) from petitions.clock_event')).toEqual(before);
});

test.each([
  ['a day that is off and worked', { ...NOTICE_2027, extraWorkdays: ['2027-01-01'] }, 'CALENDAR_DAY_TWICE'],
  ['more days than a calendar has', { ...NOTICE_2027, years: Array(6000).fill(2027) }, 'CALENDAR_TOO_LARGE'],
])('%s is refused', async (_, calendar, code) => {
  const { errors } = await desk.ask(system, EFFECT, { calendar });
  expect(errors[0].extensions.code).toBe(code);
});

test('outside people and other institutions are not told', async () => {
  const lawyer = buildViewer(HERE, ['DUTY_LAWYER']);
  expect((await desk.ask(lawyer, EFFECT, { calendar: NOTICE_2027 })).errors[0].extensions.code).toBe('NOT_ALLOWED');
  const elsewhere = buildViewer(ELSEWHERE, ['SYSTEM_ADMINISTRATOR'], { staffId: system.staffId });
  expect((await desk.ask(elsewhere, EFFECT, { calendar: NOTICE_2027 })).data.calendarEffect.open).toBe(0);
});

test('a published notice counts every running clock again, with a line for each day that moves', async () => {
  await desk.publishCalendar(2);
  await desk.until(
    'counted again',
    `select not exists (select from petitions.clock_event e where not exists (
    select from petitions.clock_event n where n.subject_id = e.subject_id and n.clock = e.clock and n.calendar_version = 2)) as done`,
  );
  const { substantiveClock: clock, timeline } = await substantive(moved);
  expect(clock).toMatchObject({ dueOn: '2027-03-03', provisional: false, calendarVersion: 2 });
  expect(clock.events).toMatchObject([
    { type: 'STARTED', dueOn: '2027-03-01' },
    { type: 'RECOUNTED', dueOn: '2027-03-03' },
  ]);
  expect(clock.steps.at(-1).zh).toContain('由2027年3月1日改为2027年3月3日');
  expect(timeline.map(({ words }: Answer) => words.zh)).toContainEqual(
    expect.stringContaining('由2027-03-01改为2027-03-03'),
  );
  const calm = await substantive(settled);
  expect(calm.substantiveClock).toMatchObject({ dueOn: '2027-02-22', provisional: false });
  expect(calm.timeline.map(({ kind }: { kind: string }) => kind)).not.toContain('CLOCK_MOVED');
  const audited =
    await desk.rows(`select content::jsonb ->> 'action' as action, count(*)::int as n from petitions.audit_entry
    where content::jsonb ->> 'action' in ('KEEP_CALENDAR', 'CLOCK_MOVED') group by 1 order by 1`);
  expect(audited).toEqual([
    { action: 'CLOCK_MOVED', n: 1 },
    { action: 'KEEP_CALENDAR', n: 1 },
  ]);
});

test('heard again, or an older one late, it changes nothing', async () => {
  const before = await desk.rows(
    'select subject_id, clock, sequence, due_on from petitions.clock_event order by 1, 2, 3',
  );
  await desk.publishCalendar(2);
  await desk.publishCalendar(1, { ...NOTICE_2027, daysOff: [] });
  await desk.until('heard', `select count(*) = 3 as done from petitions.inbox`);
  await desk.until(
    'done',
    `select not exists (select from jobs.job where name = 'petitions.recount' and state in ('created', 'active', 'retry')) as done`,
  );
  expect(
    await desk.rows('select subject_id, clock, sequence, due_on from petitions.clock_event order by 1, 2, 3'),
  ).toEqual(before);
});
