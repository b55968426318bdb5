import { NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import type { LocalDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { type Kysely, sql } from 'kysely';
import type { Exception, Line, SlotBasis } from '../requirement/rules/slots.ts';
import type { Period, Seats } from './rules/coverage.ts';
import type { HeldDays } from './rules/tally.ts';

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

  private readonly lines = this.loaderOf<Line>(
    (ids, { from, to }) => sql<Of<Line>>`
      select institution_id as "institutionId", station_id as "stationId", half_day as "halfDay", line, lawyers,
        weekdays, specialties, language, priority, effective_from::text as "from", effective_to::text as "to"
      from stations.coverage_requirement
      where institution_id = any(${ids}::uuid[]) and effective_from <= ${to}
        and (effective_to is null or effective_to >= ${from})
      order by station_id, line, half_day desc, effective_from`,
  );

  /** Rides `requirement_exception_station`. */
  private readonly exceptions = this.loaderOf<Exception>(
    (ids, { from, to }) => sql<Of<Exception>>`
      select institution_id as "institutionId", id, station_id as "stationId", kind, half_day as "halfDay", line,
        lawyers, from_date::text as "from", to_date::text as "to"
      from stations.requirement_exception
      where institution_id = any(${ids}::uuid[]) and from_date <= ${to} and to_date >= ${from}
      order by created_at, id`,
  );

  /** Rides `assignment_date`. */
  private readonly seats = this.loaderOf<Seats>(
    (ids, { from, to }) => sql<Of<Seats>>`
      select institution_id as "institutionId", station_id as "stationId", date::text as date,
        half_day as "halfDay", line, count(*)::int as lawyers
      from stations.assignment
      where institution_id = any(${ids}::uuid[]) and date between ${from} and ${to}
        and status in ('PUBLISHED', 'CONFIRMED')
      group by 1, 2, assignment.date, 4, 5`,
  );

  /** One row a line with its days as text: a province's year comes through in a few hundred rows. */
  private readonly heldDays = this.loaderOf<StoredDays>(
    (ids, { from, to }) => sql<Of<StoredDays>>`
      select institution_id as "institutionId", station_id as "stationId", half_day as "halfDay", line,
        string_agg((date - ${from}::date)::text, ',') as days
      from stations.assignment
      where institution_id = any(${ids}::uuid[]) and date between ${from} and ${to}
        and status in ('PUBLISHED', 'CONFIRMED')
      group by 1, 2, 3, 4`,
  );

  private readonly attendedDays = this.loaderOf<StoredDays>(
    (ids, { from, to }) => sql<Of<StoredDays>>`
      select a.institution_id as "institutionId", a.station_id as "stationId", a.half_day as "halfDay", a.line,
        string_agg((a.date - ${from}::date)::text, ',') as days
      from stations.assignment a join stations.attendance t on t.assignment_id = a.id
      where a.institution_id = any(${ids}::uuid[]) and a.date between ${from} and ${to}
        and t.checked_in_at is not null
      group by 1, 2, 3, 4`,
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

  /** What is required, under which exceptions, on which working days. @throws as `calendarOf` */
  async basisOf(institutionId: string, period: Period): Promise<SlotBasis> {
    const key = { institutionId, period };
    const lines = await this.lines.load(key);
    const exceptions = await this.exceptions.load(key);
    return { lines, exceptions, calendar: await this.calendarOf(institutionId) };
  }

  /** Lawyers assigned, by station, half-day and line; half-days without any are left out. */
  seatsOf(institutionId: string, period: Period): Promise<Seats[]> {
    return this.seats.load({ institutionId, period });
  }

  async heldDaysOf(institutionId: string, period: Period): Promise<HeldDays[]> {
    return (await this.heldDays.load({ institutionId, period })).map(toDays);
  }

  /** Only where somebody came. */
  async attendedDaysOf(institutionId: string, period: Period): Promise<HeldDays[]> {
    return (await this.attendedDays.load({ institutionId, period })).map(toDays);
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

interface StoredDays extends Omit<HeldDays, 'days'> {
  /** Counted from the first day of the period, with commas between. */
  readonly days: string;
}

function toDays({ days, ...line }: StoredDays): HeldDays {
  return { ...line, days: days.split(',').map(Number) };
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
