import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Service } from '@everyletter/kit/service';
import { ask, buildViewer, testDatabase } from '@everyletter/kit/testing';
import { stationsService } from '@everyletter/stations/service';

const HERE = '01900000-0000-7000-8000-000000000001';
const [STATIONS, LAWYERS, CITIES] = [300, 3000, 14];
const PERIOD = { from: '2026-12-01', to: '2026-12-31' };
/** Half-days nobody serves, all in the morning of one day. */
const OPEN = 6;

const START = `mutation ($input: StartPlanInput!) { startCoveragePlan(input: $input) { plan { id } } }`;
const PAGE = `query ($id: ID!) { coveragePlan(id: $id) { openSeats seats { date } costParts { cost }
  gaps { verdict seat { stationId date halfDay line seat } } } }`;
const REMEDIES = `query ($planId: ID!, $seat: SeatPlaceInput!) {
  gapRemedies(planId: $planId, seat: $seat) { kind unlocks } }`;

/** How long the process answers nobody else while a province’s month is looked at and an open seat of it explained. */
export async function measureStall(): Promise<void> {
  const database = await testDatabase([stationsService]);
  try {
    await plant(database.rows);
    const service = await database.start(stationsService);
    const viewer = buildViewer(HERE, ['STATION_ADMINISTRATOR']);
    const inMind = (query: string, variables: object) => longestStall(service, viewer, query, variables);
    const begun = await inMind(START, { input: { ...PERIOD, mode: 'COPY' } });
    const { id } = begun.data.startCoveragePlan.plan;
    const page = await inMind(PAGE, { id });
    const [{ seat }] = page.data.coveragePlan.gaps;
    const remedies = await inMind(REMEDIES, { planId: id, seat });
    const line = (name: string, { stall, took }: { readonly stall: number; readonly took: number }) =>
      `${name} ${(took / 1000).toFixed(1)} s, longest stall ${stall.toFixed(0)} ms`;
    console.log(
      [
        `a province’s month, ${page.data.coveragePlan.seats.length} seats, ${page.data.coveragePlan.gaps.length} open`,
        line('begun', begun),
        line('page', page),
        line(`${remedies.data.gapRemedies.length} remedies`, remedies),
      ].join('; '),
    );
  } finally {
    await database.stop();
  }
}

async function longestStall(service: Service, viewer: ReturnType<typeof buildViewer>, query: string, of: object) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const began = performance.now();
  delay.enable();
  const answer = await ask(service, viewer, query, { ...of });
  delay.disable();
  return { ...answer, stall: delay.max / 1e6, took: performance.now() - began };
}

type Rows = Awaited<ReturnType<typeof testDatabase>>['rows'];

/** Stations and lawyers by city; each station asks for one lawyer a half-day, every third for two. */
async function plant(rows: Rows): Promise<void> {
  await rows(`insert into stations.institution values ($1, '{}')`, [HERE]);
  await rows(`insert into stations.calendar_version values ($1, 1, '{2026}', '{}', '{}', now())`, [HERE]);
  await rows(`insert into stations.law_firm values ($1, $1, '某所')`, [HERE]);
  await rows(
    `insert into stations.station select ('01900000-0000-7000-a000-' || lpad(n::text, 12, '0'))::uuid, $1, '站' || n,
       'LAWYER_STATION', '某处' from generate_series(0, ${STATIONS - 1}) n`,
    [HERE],
  );
  await rows(
    `insert into stations.lawyer
       (id, institution_id, firm_id, name, years_of_practice, weekly_cap, monthly_cap, station_ids)
     select ('01900000-0000-7000-b000-' || lpad(n::text, 12, '0'))::uuid, $1, $1, '某', 5, 3, 9,
       array(select s.id from stations.station s where substr(s.id::text, 25)::int % ${CITIES} = n % ${CITIES})
     from generate_series(0, ${LAWYERS - 1}) n`,
    [HERE],
  );
  await rows(
    `insert into stations.coverage_requirement (id, institution_id, station_id, half_day, lawyers, effective_from, line)
     select gen_random_uuid(), $1, s.id, half, 1, '2026-12-01', line
     from stations.station s, unnest(array['MORNING', 'AFTERNOON']) half, generate_series(1, 2) line
     where line = 1 or substr(s.id::text, 25)::int % 3 = 0`,
    [HERE],
  );
  await rows(PUBLISHED, [HERE]);
  await rows(
    `update stations.assignment set status = 'CANCELLED' where id in (select id from stations.assignment
       where date = '2026-12-02' and half_day = 'MORNING' order by station_id limit ${OPEN})`,
  );
  await rows(`update stations.lawyer set weekly_cap = 0 where id not in (select lawyer_id from stations.assignment
    where status = 'PUBLISHED' and date between '2026-11-30' and '2026-12-04')`);
  await rows('analyze');
}

/** The lawyers of a city take turns through its seats of a day and from day to day. */
const PUBLISHED = `
  with seat as (
    select r.station_id, r.half_day, r.line, substr(r.station_id::text, 25)::int % ${CITIES} as city,
      row_number() over (partition by substr(r.station_id::text, 25)::int % ${CITIES}
        order by r.half_day, r.station_id, r.line) as n,
      count(*) over (partition by substr(r.station_id::text, 25)::int % ${CITIES}) as a_day
    from stations.coverage_requirement r),
  day as (select d::date as date, row_number() over (order by d) as at
    from generate_series('2026-12-01'::date, '2026-12-31', '1 day') d where extract(isodow from d) < 6)
  insert into stations.assignment (id, institution_id, station_id, lawyer_id, date, half_day, line, seat)
  select gen_random_uuid(), $1, station_id,
    ('01900000-0000-7000-b000-' || lpad((((n + at * a_day) % 214) * ${CITIES} + city)::text, 12, '0'))::uuid,
    date, half_day, line, 1
  from seat, day`;
