import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Random } from '../demo/random.ts';
import { rebuildTallies, reconcileTallies } from '../src/report/reconcile-tallies.ts';
import { aLetter, ELSEWHERE, HERE, NINTH, register } from './build.ts';
import { Desk } from './desk.ts';

const CITY = '01900000-0000-7000-8000-000000000009';
const PROVINCE = '01900000-0000-7000-8000-00000000000a';
const desk = new Desk();
let first: pg.Client;
let second: pg.Client;

beforeAll(async () => {
  await desk.open();
  [first, second] = [new pg.Client(desk.database.ownerUrl), new pg.Client(desk.database.ownerUrl)];
  await Promise.all([first.connect(), second.connect()]);
  await first.query('update petitions.office set ancestor_ids = $1', [[CITY]]);
  await first.query(`insert into petitions.office values ($1, '某市人民检察院', '某检控申', '某路2号', '12309', $2)`, [
    CITY,
    NINTH,
  ]);
  for (const place of [HERE, ELSEWHERE])
    await register(
      desk.database,
      Array.from({ length: 20 }, () => aLetter()),
      place,
    );
});
afterAll(async () => {
  await Promise.all([first.end(), second.end()]);
  await desk.close();
});

const differences = async () => (await reconcileTallies(first)).differences;
const fold = async (most: number) => {
  const { rows } = await first.query<{ folded: number }>('select petitions.fold_report_changes($1) as folded', [most]);
  return rows[0]?.folded ?? 0;
};
const tallied = async (institutionId: string, below: boolean) => {
  const { rows } = await first.query<{ petitions: number }>(
    'select sum(petitions)::int as petitions from petitions.report_all_counted where institution_id = $1 and below = $2',
    [institutionId, below],
  );
  return rows[0]?.petitions ?? 0;
};

/** What happens to petitions and matters, whoever does it. */
const HAPPENINGS = [
  'update petitions.petition set procedural_stopped_on = procedural_due_on + $1::int - 2 where id = $2',
  'update petitions.petition set procedural_stopped_on = null, version = version + $1 where id = $2',
  `update petitions.petition set unreachable_on = received_on + $1::int where id = $2`,
  `update petitions.petition set category = case $1::int % 2 when 0 then 'REPORT' else 'OTHER' end where id = $2`,
  `update petitions.matter set substantive_stopped_on = substantive_due_on + $1::int - 2
     where id = (select matter_id from petitions.petition where id = $2)`,
  `update petitions.matter set substantive_due_on = substantive_due_on + $1::int
     where id = (select matter_id from petitions.petition where id = $2)`,
  `update petitions.petition p set matter_id = (select q.matter_id from petitions.petition q
     where q.institution_id = p.institution_id order by q.id offset $1 limit 1) where id = $2`,
] as const;

test('the tallies say what the petitions say, whatever happened to them and however much is folded in', async () => {
  const random = new Random(85);
  const { rows } = await first.query<{ id: string }>('select id from petitions.petition order by id');
  for (let turn = 1; turn <= 90; turn += 1) {
    await first.query(random.pick(HAPPENINGS), [random.between(0, 4), random.pick(rows).id]);
    if (turn % 7 === 0) await fold(random.between(1, 25));
    if (turn % 15 === 0) expect([turn, await differences()]).toEqual([turn, []]);
  }
  while ((await fold(1000)) > 0) expect(await differences()).toEqual([]);
  expect([await tallied(HERE, false), await tallied(CITY, true)]).toEqual([20, 40]);
});

test('of a reply and an answer at the same instant neither is lost', async () => {
  const { rows } = await first.query<{ id: string; matter_id: string }>(
    `select id, matter_id from petitions.petition where institution_id = $1 limit 1`,
    [HERE],
  );
  const { id, matter_id: matterId } = rows[0] ?? { id: '', matter_id: '' };
  await first.query('begin');
  await first.query('update petitions.petition set procedural_stopped_on = received_on + 9 where id = $1', [id]);
  const answered = second.query('update petitions.matter set substantive_stopped_on = opened_on + 9 where id = $1', [
    matterId,
  ]);
  await first.query('commit');
  await answered;
  expect(await differences()).toEqual([]);
});

test('an institution that comes to stand elsewhere takes its past with it', async () => {
  await first.query('update petitions.office set ancestor_ids = $1 where institution_id = $2', [[PROVINCE], ELSEWHERE]);
  expect(await differences()).toEqual([]);
  expect([await tallied(CITY, true), await tallied(PROVINCE, true)]).toEqual([20, 20]);
});

test('a petition that is gone is counted no more', async () => {
  await first.query(
    `with gone as (select id from petitions.petition where institution_id = $1 limit 1),
    entries as (delete from petitions.timeline_entry where petition_id in (select id from gone)),
    marks as (delete from petitions.search_mark where petition_id in (select id from gone))
    delete from petitions.petition where id in (select id from gone)`,
    [ELSEWHERE],
  );
  expect(await differences()).toEqual([]);
  expect(await tallied(PROVINCE, true)).toBe(19);
});

test('a tally that is wrong is found, named, and put right by counting again', async () => {
  while ((await fold(1000)) > 0);
  await first.query(
    `update petitions.report_tally set petitions = petitions + 3 where ctid = (select ctid
    from petitions.report_tally where institution_id = $1 and not below limit 1)`,
    [HERE],
  );
  expect(await differences()).toMatchObject([{ institutionId: HERE, below: false, tooMany: 3 }]);
  await rebuildTallies(first);
  expect(await differences()).toEqual([]);
});

test('the service reads tallies of nobody else, and writes none', async () => {
  const service = new pg.Client(desk.database.urlOf('petitions'));
  await service.connect();
  try {
    await service.query(`select set_config('app.institution_id', $1, false)`, [CITY]);
    const seen = await service.query('select distinct institution_id, below from petitions.report_counted');
    expect(seen.rows.map(({ institution_id }) => institution_id).sort()).toEqual([HERE, CITY].sort());
    for (const statement of ['select from petitions.report_tally', 'delete from petitions.report_change']) {
      await expect(service.query(statement)).rejects.toThrow('permission denied');
    }
  } finally {
    await service.end();
  }
});
