import 'reflect-metadata';
import { ask, buildViewer, testDatabase } from '@everyletter/kit/testing';
import { stationsService } from '@everyletter/stations/service';

const HERE = '01900000-0000-7000-8000-000000000001';
const STATIONS = 300;
const LAWYERS = 3000;
const ROUNDS = 5;
const FIGURES = `query ($period: PeriodInput!) { coverage(period: $period, groupBy: MONTH) { key requiredSeats coveredSeats } }`;

/** The same counted by one statement written by hand: seats asked and held, by station and month. */
const BY_HAND = `
  with day as (select d::date as date from generate_series($1::date, $2::date, '1 day') d where extract(isodow from d) < 6),
  asked as (select r.station_id, r.half_day, r.line, r.lawyers, day.date from stations.coverage_requirement r, day
    where day.date >= r.effective_from),
  held as (select station_id, half_day, line, date, count(*) as n from stations.assignment
    where institution_id = $3 and date between $1 and $2 and status in ('PUBLISHED', 'CONFIRMED') group by 1, 2, 3, 4)
  select date_trunc('month', date) as month, sum(lawyers) as asked, sum(least(lawyers, coalesce(n, 0))) as held
  from asked left join held using (station_id, half_day, line, date) group by 1`;

/** A year of a province: 300 stations, 3,000 lawyers; the figures over GraphQL ÷ by hand, and a month published at once. */
export async function measureFigures(): Promise<void> {
  const database = await testDatabase([stationsService]);
  try {
    await plant(database.rows);
    const service = await database.start(stationsService);
    const viewer = buildViewer(HERE, ['LEADER']);
    const period = { from: '2026-01-01', to: '2026-12-31' };
    const times = { graphql: [] as number[], byHand: [] as number[] };
    for (let round = 0; round < ROUNDS + 2; round += 1) {
      times.graphql.push(await timed(() => ask(service, viewer, FIGURES, { period })));
      times.byHand.push(await timed(() => database.rows(BY_HAND, [period.from, period.to, HERE])));
    }
    const [{ count }] = await database.rows('select count(*)::int from stations.assignment');
    const [graphql, byHand] = [middle(times.graphql), middle(times.byHand)];
    console.log(
      `figures of a province’s year, ${count} assignments: GraphQL ÷ by hand ×${(graphql / byHand).toFixed(2)} (${graphql.toFixed(0)} ÷ ${byHand.toFixed(0)} ms)`,
    );
    const published = await timed(() => database.rows(COPY_MONTH, [HERE]));
    const [{ moved }] = await database.rows(
      `select count(*)::int as moved from stations.assignment where date >= '2027-01-01'`,
    );
    console.log(
      `published in one transaction under every constraint: ${moved} assignments in ${(published / 1000).toFixed(2)} s`,
    );
  } finally {
    await database.stop();
  }
}

/** A month of the year once more, eight years later by weeks, so that weekdays and caps are the same. */
const COPY_MONTH = `insert into stations.assignment (id, institution_id, station_id, lawyer_id, date, half_day, line, seat)
  select gen_random_uuid(), institution_id, station_id, lawyer_id, date + 364, half_day, line, seat
  from stations.assignment where institution_id = $1 and date between '2026-07-01' and '2026-07-31'`;

type Rows = Awaited<ReturnType<typeof testDatabase>>['rows'];

async function plant(rows: Rows): Promise<void> {
  await rows(`insert into stations.institution values ($1, '{}')`, [HERE]);
  await rows(`insert into stations.calendar_version values ($1, 1, '{2026}', '{}', '{}', now())`, [HERE]);
  await rows(`insert into stations.law_firm values ($1, $1, '某所')`, [HERE]);
  await rows(
    `insert into stations.station select ('01900000-0000-7000-a000-' || lpad(n::text, 12, '0'))::uuid, $1, '站' || n,
       'LAWYER_STATION', '某处' from generate_series(1, ${STATIONS}) n`,
    [HERE],
  );
  await rows(
    `insert into stations.lawyer (id, institution_id, firm_id, name, years_of_practice, specialties)
     select ('01900000-0000-7000-b000-' || lpad(n::text, 12, '0'))::uuid, $1, $1, '某', 5, '{}'
     from generate_series(0, ${LAWYERS - 1}) n`,
    [HERE],
  );
  await rows(
    `insert into stations.coverage_requirement (id, institution_id, station_id, half_day, lawyers, effective_from, line)
     select gen_random_uuid(), $1, s.id, half, 1, '2026-01-01', line
     from stations.station s, unnest(array['MORNING', 'AFTERNOON']) half, generate_series(1, 2) line
     where line = 1 or s.id::text < '01900000-0000-7000-a000-000000000145'`,
    [HERE],
  );
  await rows(
    `insert into stations.assignment (id, institution_id, station_id, lawyer_id, date, half_day, line, seat)
     select gen_random_uuid(), $1, r.station_id,
       ('01900000-0000-7000-b000-' || lpad(((k * 10 + r.line * 3 + extract(doy from d)::int) % ${LAWYERS})::text, 12, '0'))::uuid,
       d::date, r.half_day, r.line, 1
     from (select *, substr(station_id::text, 25)::int as k from stations.coverage_requirement) r,
       generate_series('2026-01-01'::date, '2026-12-31', '1 day') d
     where extract(isodow from d) < 6 and (k + extract(doy from d)::int) % 40 <> 0`,
    [HERE],
  );
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** Without the first two, in which caches fill. */
function middle(times: readonly number[]): number {
  const sorted = times.slice(2).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] as number;
}
