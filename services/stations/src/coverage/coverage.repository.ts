import { NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import type { LocalDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { type Kysely, sql } from 'kysely';
import type { Period, Requirement, Seats } from './rules/coverage.ts';

type Of<Row> = Row & { readonly institutionId: string };
type Key = { readonly institutionId: string; readonly period: Period };

/** What coverage is counted from; one statement each for all institutions of one tick. Made per request. */
export class CoverageFacts {
  private readonly database: Kysely<unknown>;

  private readonly visible = new DataLoader<string, boolean>(async (ids) => {
    const { rows } = await sql<{ id: string }>`
      select institution_id as id from stations.institution where institution_id = any(${[...ids]}::uuid[])
      `.execute(this.database);
    return ids.map((id) => rows.some((row) => row.id === id));
  });

  private readonly requirements = this.loaderOf<Requirement>(
    (ids, { from, to }) => sql<Of<Requirement>>`
      select institution_id as "institutionId", station_id as "stationId", half_day as "halfDay", lawyers,
        effective_from::text as "from", effective_to::text as "to"
      from stations.coverage_requirement
      where institution_id = any(${ids}::uuid[]) and effective_from <= ${to}
        and (effective_to is null or effective_to >= ${from})`,
  );

  /** Rides `assignment_station`. */
  private readonly seats = this.loaderOf<Seats>(
    (ids, { from, to }) => sql<Of<Seats>>`
      select institution_id as "institutionId", station_id as "stationId", date::text as date,
        half_day as "halfDay", count(*)::int as lawyers
      from stations.assignment
      where institution_id = any(${ids}::uuid[]) and date between ${from} and ${to}
        and status in ('PUBLISHED', 'CONFIRMED')
      group by 1, 2, assignment.date, 4`,
  );

  private readonly calendars = new DataLoader<string, WorkCalendar | null>(async (ids) => {
    const { rows } = await sql<StoredCalendar>`
      select distinct on (institution_id) institution_id as "institutionId", version, years,
        days_off::text[] as "daysOff", extra_workdays::text[] as "extraWorkdays"
      from stations.calendar_version where institution_id = any(${[...ids]}::uuid[])
      order by institution_id, version desc`.execute(this.database);
    return ids.map((id) => toCalendar(rows.find((row) => row.institutionId === id)));
  });

  constructor(em: EntityManager) {
    this.database = em.getKysely() as unknown as Kysely<unknown>;
  }

  /** The viewer's own institution or one below it; any other does not exist. */
  async institution(id: string): Promise<{ readonly id: string } | null> {
    return isId(id) && (await this.visible.load(id)) ? { id } : null;
  }

  requirementsOf(institutionId: string, period: Period): Promise<Requirement[]> {
    return this.requirements.load({ institutionId, period });
  }

  /** Lawyers assigned, by station and half-day; half-days without any are left out. */
  seatsOf(institutionId: string, period: Period): Promise<Seats[]> {
    return this.seats.load({ institutionId, period });
  }

  /** @throws NotFound `CALENDAR_NOT_FOUND` when the institution was not set up */
  async calendarOf(institutionId: string): Promise<WorkCalendar> {
    const calendar = await this.calendars.load(institutionId);
    if (!calendar) throw new NotFound('CALENDAR_NOT_FOUND');
    return calendar;
  }

  /** One statement for each period that is asked for in one tick. */
  private loaderOf<Row>(
    select: (ids: readonly string[], period: Period) => ReturnType<typeof sql<Of<Row>>>,
  ): DataLoader<Key, Row[], string> {
    const keyOf = ({ from, to }: Period) => `${from}/${to}`;
    return new DataLoader<Key, Row[], string>(
      async (keys) => {
        const found = new Map<string, readonly Of<Row>[]>();
        for (const [key, same] of Map.groupBy(keys, ({ period }) => keyOf(period))) {
          const [{ period }] = same as [Key];
          const ids = same.map(({ institutionId }) => institutionId);
          found.set(key, (await select(ids, period).execute(this.database)).rows);
        }
        return keys.map(({ institutionId, period }) =>
          (found.get(keyOf(period)) ?? []).filter((row) => row.institutionId === institutionId),
        );
      },
      { cacheKeyFn: ({ institutionId, period }) => `${institutionId}/${keyOf(period)}` },
    );
  }
}

interface StoredCalendar {
  readonly institutionId: string;
  readonly version: number;
  readonly years: readonly number[];
  readonly daysOff: readonly LocalDate[];
  readonly extraWorkdays: readonly LocalDate[];
}

function toCalendar(stored: StoredCalendar | undefined): WorkCalendar | null {
  if (!stored) return null;
  const { version, years, daysOff, extraWorkdays } = stored;
  return { version, years: new Set(years), daysOff: new Set(daysOff), extraWorkdays: new Set(extraWorkdays) };
}
