import { addDays, type LocalDate, localDate } from '@everyletter/kit/time';
import { isWorkday } from '@everyletter/kit/workdays';
import pg from 'pg';
import { plantAttendance } from './attendance.ts';
import { type ConsultationsDemo, plantConsultations } from './consultations.ts';
import { plantCounselWindow } from './counsel-window.ts';
import { plantDirectory } from './directory.ts';
import { assignmentId, DEMO_FIRMS, DEMO_LAWYERS, DEMO_STATIONS, requirementId } from './people.ts';
import { plantRepresentations } from './representations.ts';

export interface StationsDemoOptions extends ConsultationsDemo {
  /** As the owner of the tables. */
  readonly ownerUrl: string;
  readonly today: LocalDate;
  readonly institution: { readonly id: string; readonly ancestorIds: readonly string[] };
}

/** Full working-day coverage is required, and kept, from the first day of the replay on. */
const REQUIRED_FROM = localDate('2016-01-01');
/** How far the rota reaches ahead of the first load. Calendar days. */
const AHEAD_DAYS = 56;
/** Every so many-th seat of days to come is still open, so that the gaps have something to show. */
const OPEN_SEAT = 11;

/** Plants stations, lawyers, the requirement and a rota up to some weeks after the first load; again it changes nothing. */
export async function loadStationsDemo(options: StationsDemoOptions): Promise<void> {
  const client = new pg.Client(options.ownerUrl);
  await client.connect();
  try {
    await client.query('begin');
    await plantInstitution(client, options);
    await plantStations(client, options.institution.id);
    await plantLawyers(client, options.institution.id);
    await plantDirectory(client, options);
    await plantRota(client, options);
    await plantAttendance(client, options);
    await plantConsultations(client, options);
    await plantRepresentations(client, options);
    await plantCounselWindow(client, options);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function plantInstitution(client: pg.Client, { institution, calendar }: StationsDemoOptions): Promise<void> {
  await client.query('insert into stations.institution values ($1, $2) on conflict do nothing', [
    institution.id,
    institution.ancestorIds,
  ]);
  await client.query(
    'insert into stations.calendar_version values ($1, $2, $3, $4, $5, now()) on conflict do nothing',
    [
      institution.id,
      calendar.version,
      [...calendar.years],
      [...calendar.daysOff].sort(),
      [...calendar.extraWorkdays].sort(),
    ],
  );
}

async function plantStations(client: pg.Client, institutionId: string): Promise<void> {
  let number = 0;
  for (const { id, name, kind, place, lawyers, halfDays } of DEMO_STATIONS) {
    await client.query('insert into stations.station values ($1, $2, $3, $4, $5) on conflict (id) do nothing', [
      id,
      institutionId,
      name,
      kind,
      place,
    ]);
    for (const halfDay of halfDays) {
      number += 1;
      await client.query(
        `insert into stations.coverage_requirement values ($1, $2, $3, $4, $5, $6, null) on conflict (id) do nothing`,
        [requirementId(number), institutionId, id, halfDay, lawyers, REQUIRED_FROM],
      );
    }
  }
}

async function plantLawyers(client: pg.Client, institutionId: string): Promise<void> {
  for (const { id, name } of DEMO_FIRMS) {
    await client.query('insert into stations.law_firm values ($1, $2, $3) on conflict (id) do nothing', [
      id,
      institutionId,
      name,
    ]);
  }
  for (const { id, firmId, name, yearsOfPractice, specialties } of DEMO_LAWYERS) {
    await client.query('insert into stations.lawyer values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing', [
      id,
      institutionId,
      firmId,
      name,
      yearsOfPractice,
      specialties,
    ]);
  }
}

/** In turn, so that nobody is in two places; a rota that is there stays as it is. */
async function plantRota(client: pg.Client, options: StationsDemoOptions): Promise<void> {
  const { id } = options.institution;
  const { rowCount } = await client.query('select 1 from stations.assignment where institution_id = $1 limit 1', [id]);
  if (rowCount) return;
  const seats = [...rota(options)];
  await client.query(
    `insert into stations.assignment (institution_id, id, station_id, lawyer_id, date, half_day)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::date[], $6::text[]) on conflict (id) do nothing`,
    [id, ...[0, 1, 2, 3, 4].map((column) => seats.map((seat) => seat[column]))],
  );
}

/** Columns: id, station, lawyer, day, half-day. */
function* rota({ today, calendar }: StationsDemoOptions): Generator<readonly string[]> {
  let seat = 0;
  for (let day = REQUIRED_FROM; day <= addDays(today, AHEAD_DAYS); day = addDays(day, 1)) {
    if (!isWorkday(day, calendar)) continue;
    for (const { id, halfDays } of DEMO_STATIONS) {
      for (const halfDay of halfDays) {
        seat += 1;
        if (day > today && seat % OPEN_SEAT === 0) continue;
        yield [assignmentId(seat), id, DEMO_LAWYERS[seat % DEMO_LAWYERS.length]?.id ?? '', day, halfDay];
      }
    }
  }
}
