import { addDays, type LocalDate, weekday } from '@everyletter/kit/time';
import type pg from 'pg';
import type { StationsDemoOptions } from './load.ts';
import { DEMO_STATIONS, demoId, STATION } from './people.ts';

const HALL = 15;
const LINE = 16;
const EXCEPTION = 17;
/** Who set it up; the account of the station administrator. */
const ADMINISTRATOR = '01940000-0000-7000-8000-000500000007';
/** First of the numbers of its stations and lines. */
const COUNSEL_WINDOW = 3;

/**
 * A hall for the stations, and a window for appeals that begins next Monday: it asks for more half-days of two
 * specialties than the lawyers who have them give, so that some of its gaps can be filled and others provably not.
 */
export async function plantCounselWindow(
  client: pg.Client,
  { institution, today }: StationsDemoOptions,
): Promise<void> {
  const monday = addDays(today, 8 - weekday(today));
  await client.query(
    `insert into stations.hall values ($1, $2, '检察服务中心', '本院东门一层') on conflict do nothing`,
    [demoId(HALL, 1), institution.id],
  );
  await client.query(
    `insert into stations.station (id, institution_id, name, kind, place, hall_id, service_kind)
     values ($1, $2, '申诉与国家赔偿咨询窗口', 'CONSULT_WINDOW', '检察服务中心一层 6 号窗口', $3, 'PETITION_CONSULTATION')
     on conflict (id) do nothing`,
    [demoId(STATION, COUNSEL_WINDOW), institution.id, demoId(HALL, 1)],
  );
  for (const [at, halfDay] of ['MORNING', 'AFTERNOON'].entries()) {
    await client.query(
      `insert into stations.coverage_requirement (id, institution_id, station_id, half_day, lawyers, effective_from,
         specialties) values ($1, $2, $3, $4, 1, $5, '{STATE_COMPENSATION}') on conflict (id) do nothing`,
      [demoId(LINE, at + 1), institution.id, demoId(STATION, COUNSEL_WINDOW), halfDay, monday],
    );
  }
  await plantClosing(client, institution.id, addDays(monday, 9));
}

/** One afternoon is closed, with its reason beside the coverage. */
async function plantClosing(client: pg.Client, institutionId: string, day: LocalDate): Promise<void> {
  await client.query(
    `insert into stations.requirement_exception (id, institution_id, station_id, kind, half_day, from_date, to_date,
       reason, created_by_id, created_at)
     values ($1, $2, $3, 'CLOSE', 'AFTERNOON', $4, $4, '服务中心消防检修，暂停半天', $5, now()) on conflict (id) do nothing`,
    [demoId(EXCEPTION, 1), institutionId, DEMO_STATIONS[1]?.id, day, ADMINISTRATOR],
  );
}
