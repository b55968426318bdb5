import { inTransaction, sessionVariables } from '@everyletter/kit/database';
import { buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockDuties } from '../src/assignment/lock-duties.ts';
import { stationsService } from '../src/service.ts';
import { plantOffice } from './plan-office.ts';

const { HERE, LAWYERS, plant } = plantOffice;
const WRITES = 1600;
const AT_ONCE = 16;
let database: TestDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await testDatabase([stationsService]);
  await plant(database);
  await database.rows(
    `insert into stations.lawyer (id, institution_id, firm_id, name, years_of_practice, specialties, weekly_cap)
    select ('01900000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, $1, firm_id, '某', 5, '{}', 3
    from stations.lawyer, generate_series(1, 10) n where id = $2`,
    [HERE, LAWYERS[0]],
  );
  await database.rows(
    `insert into stations.station select ('01900000-0000-7000-a000-' || lpad(n::text, 12, '0'))::uuid,
    $1, '站' || n, 'LAWYER_STATION', '某处' from generate_series(1, 4) n`,
    [HERE],
  );
  orm = await MikroORM.init({
    clientUrl: database.urlOf('stations'),
    schema: 'stations',
    entities: stationsService.entities,
    pool: { min: 0, max: AT_ONCE },
    discovery: { warnWhenNoEntities: false },
  });
});
afterAll(async () => {
  await orm.close(true);
  await database.stop();
});

/** One write as any of them is made: locks in order, then the row. */
async function write(n: number, lawyers: readonly string[], stations: readonly string[]): Promise<string> {
  const mixed = (n * 48_271) % 2_147_483_647;
  const pick = <T>(list: readonly T[], by: number) => list[Math.floor(mixed / by) % list.length] as T;
  const [station, lawyer] = [pick(stations, 1), pick(lawyers, 7)];
  const date = pick(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'], 101);
  const halfDay = pick(['MORNING', 'AFTERNOON'], 1009);
  const variables = sessionVariables(buildViewer(HERE, []), 'INSTITUTION');
  try {
    await inTransaction(orm, { variables, readOnly: false }, async (em) => {
      await lockDuties(em, { institutionId: HERE, lawyerIds: [lawyer], seatKeys: [`${station}/${date}/${halfDay}`] });
      await em.execute(
        `insert into stations.assignment (id, institution_id, station_id, lawyer_id, date, half_day)
         values (gen_random_uuid(), ?, ?, ?, ?, ?)`,
        [HERE, station, lawyer, date, halfDay],
      );
    });
    return 'written';
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    return constraint ?? code ?? 'unknown';
  }
}

test('1,600 racing writes: nobody is booked twice, no cap is broken, and none ends in a deadlock', async () => {
  const lawyers = (await database.rows('select id from stations.lawyer order by id')).map(({ id }) => id);
  const stations = (await database.rows('select id from stations.station order by id')).map(({ id }) => id);
  const outcomes: string[] = [];
  for (let n = 0; n < WRITES; n += AT_ONCE) {
    const batch = Array.from({ length: AT_ONCE }, (_, at) => n + at);
    outcomes.push(...(await Promise.all(batch.map((one) => write(one, lawyers, stations)))));
  }
  const refused = new Set(outcomes.filter((outcome) => outcome !== 'written'));
  for (const reason of refused) {
    expect(['one_lawyer_one_place', 'one_lawyer_a_seat', 'one_hall_a_day', 'weekly_cap']).toContain(reason);
  }
  expect(outcomes.filter((outcome) => outcome === 'written').length).toBeGreaterThan(20);
  const twice = `select 1 from stations.assignment group by lawyer_id, date, half_day having count(*) > 1
    union all select 1 from stations.assignment group by station_id, date, half_day, line, seat having count(*) > 1
    union all select 1 from stations.assignment group by lawyer_id, date having count(distinct hall_id) > 1
    union all select 1 from stations.assignment group by lawyer_id, date_trunc('week', date) having count(*) > 3`;
  expect(await database.rows(twice)).toEqual([]);
});

test('two lawyers change places in one transaction', async () => {
  const held = await database.rows(
    `select a.id, a.lawyer_id as lawyer, b.id as other, b.lawyer_id as "otherLawyer" from stations.assignment a
     join stations.assignment b on b.date = a.date and b.half_day = a.half_day and b.hall_id <> a.hall_id
       and not exists (select from stations.assignment c where c.date = a.date and c.half_day <> a.half_day
         and c.lawyer_id in (a.lawyer_id, b.lawyer_id)) limit 1`,
  );
  const [{ id, lawyer, other, otherLawyer }] = held;
  const variables = sessionVariables(buildViewer(HERE, []), 'INSTITUTION');
  await inTransaction(orm, { variables, readOnly: false }, async (em) => {
    await em.execute('set constraints all deferred');
    await em.execute('update stations.assignment set lawyer_id = ? where id = ?', [otherLawyer, id]);
    await em.execute('update stations.assignment set lawyer_id = ? where id = ?', [lawyer, other]);
  });
  expect(await database.rows('select lawyer_id as id from stations.assignment where id = $1', [id])).toEqual([
    { id: otherLawyer },
  ]);
});
