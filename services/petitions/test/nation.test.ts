import { ask, buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import { type LocalDate, localDate } from '@everyletter/kit/time';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { knownCalendar } from '../demo/known-calendar.ts';
import { loadNation } from '../demo/nation/load-nation.ts';
import { nationTree } from '../demo/nation/nation-tree.ts';
import { type ClockEvent, type FoldedKind, foldClock } from '../src/clock/rules/clock.ts';
import { CardOpener } from '../src/petitioner/sealed-card.ts';
import { defaultPack } from '../src/policy-pack/rules/default-pack.ts';
import { reconcileTallies } from '../src/report/reconcile-tallies.ts';
import { petitionsService } from '../src/service.ts';
import { testKeys } from './build.ts';

const PETITIONS = 700;
const INSTITUTIONS = nationTree(14);
const NATION = { keys: testKeys, today: localDate('2026-11-23'), institutions: INSTITUTIONS, petitions: PETITIONS };

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([petitionsService]);
  await loadNation({ ...NATION, ownerUrl: database.ownerUrl, years: 2 });
});
afterAll(() => database.stop());

test('a nation of four levels is filled to the petition, its tallies true and row-level security in force', async () => {
  expect(new Set(INSTITUTIONS.map(({ ancestorIds }) => ancestorIds.length))).toEqual(new Set([0, 1, 2, 3]));
  const client = new pg.Client(database.ownerUrl);
  await client.connect();
  try {
    expect(await reconcileTallies(client)).toEqual({ petitions: PETITIONS, differences: [] });
  } finally {
    await client.end();
  }
  const [counted] = await database.rows(
    `select sum(petitions)::int as petitions from petitions.report_tally where institution_id = $1`,
    [INSTITUTIONS[0]?.institutionId],
  );
  expect(counted).toEqual({ petitions: PETITIONS });
  const open = await database.rows(
    `select relname from pg_class where relnamespace = 'petitions'::regnamespace
       and relrowsecurity and not relforcerowsecurity and relname <> 'audit_entry'`,
  );
  expect(open).toEqual([]);
});

interface StoredClock {
  readonly clock: FoldedKind;
  readonly days: readonly (LocalDate | null)[];
  readonly events: readonly { type: ClockEvent['type']; on: LocalDate; givenDueOn: LocalDate | null }[];
}

test('every stored clock is what the fold makes of its events', async () => {
  const clocks = (await database.rows(`
    select e.clock, case e.clock when 'PROCEDURAL' then json_build_array(p.procedural_started_on, p.procedural_due_on,
        p.procedural_target_on, p.procedural_stopped_on)
      when 'SUBSTANTIVE' then json_build_array(m.substantive_started_on, m.substantive_due_on, m.substantive_target_on,
        m.substantive_stopped_on)
      else json_build_array(c.started_on, c.due_on, c.due_on, c.stopped_on) end as days,
      json_agg(json_build_object('type', e.type, 'on', e.on_date, 'givenDueOn', e.given_due_on) order by e.sequence) as events
    from petitions.clock_event e left join petitions.petition p on p.id = e.subject_id
      left join petitions.matter m on m.id = e.subject_id
      left join petitions.petition_clock c on c.petition_id = e.subject_id and c.clock = e.clock
    group by e.subject_id, e.clock, p.id, m.id, c.institution_id, c.petition_id, c.clock`)) as unknown as StoredClock[];
  expect(clocks.length).toBeGreaterThan(PETITIONS * 1.9);
  for (const { clock, days, events } of clocks) {
    const folded = foldClock(clock, events as ClockEvent[], { pack: defaultPack, calendar: knownCalendar() });
    const { startedOn, dueOn, targetOn, stoppedOn } = folded;
    const target = clock === 'SUPERIOR_REPORT' ? dueOn : targetOn;
    expect([clock, ...days]).toEqual([clock, startedOn, dueOn, target, stoppedOn]);
  }
});

test('its letters are sealed each under a key of its own, and open', async () => {
  const rows = await database.rows('select * from petitions.petition where name_sealed is not null limit 40');
  const names = rows.map(({ id: petitionId, institution_id: institutionId, wrapped_key: wrappedKey, ...row }) =>
    new CardOpener({ wrappedKey }, { keys: testKeys, institutionId, petitionId }).open('name', row.name_sealed),
  );
  for (const name of names) expect(name).toMatch(/^\p{L}[\p{L}·]+$/u);
  expect(new Set(rows.map(({ wrapped_key: key }) => key.toString('hex'))).size).toBe(40);
});

/** Asked where sequential scans are forbidden wherever there is an index: one that is left has none to ride. */
test('no page, search or report of one institution reads a table of petitions from end to end', async () => {
  await database.rows('alter role el_petitions set enable_seqscan = off');
  const clock = () => new Date('2026-11-23T04:00:00Z');
  const service = await database.start(petitionsService, { clock, keys: testKeys });
  const [district] = INSTITUTIONS.slice(-1);
  const leader = buildViewer(district?.institutionId ?? '', ['LEADER']);
  const scans = () =>
    database.rows(`select relname, seq_scan from pg_stat_user_tables where schemaname = 'petitions' and relname = any('{
      petition,matter,timeline_entry,clock_event,petition_clock,report_tally,report_change,reply,contact_attempt}') order by 1`);
  const before = await scans();
  const page = await ask(service, leader, '{ worklist(first: 50) { edges { node { id petitioner { name } } } } }');
  const [first] = page.data.worklist.edges;
  await ask(service, leader, `{ worklist(first: 50, filter: { search: "王伟" }) { edges { node { id } } } }`);
  const opened = await ask(service, leader, PETITION_PAGE, { id: first.node.id });
  const report = await ask(service, leader, YEAR_REPORT, {
    ids: [{ __typename: 'Institution', id: leader.institutionId }],
  });
  expect([opened.errors, report.errors]).toEqual([undefined, undefined]);
  expect(report.data._entities[0].petitionReport.received.value).toBeGreaterThan(20);
  // Connections tell what they have scanned when they close.
  await service.stop();
  expect(await scans()).toEqual(before);
});

const PETITION_PAGE = `query ($id: ID!) { petition(id: $id) { id number proceduralClock { dueOn } matter { id state }
  timeline { id kind } replies { id } contactAttempts { id } } }`;
const YEAR_REPORT = `query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Institution {
  petitionReport(period: { from: "2025-11-10", to: "2026-11-22" }) { received { value } overdueNow { value } } } } }`;
