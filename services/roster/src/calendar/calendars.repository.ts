import { Conflict, NotFound } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CalendarContent, LocalOverride } from './rules/next-calendar.ts';
import type { CalendarSource } from './rules/working-day.ts';

interface StoredCalendar {
  readonly version: number;
  readonly years: readonly number[];
  readonly days_off: readonly LocalDate[];
  readonly extra_workdays: readonly LocalDate[];
  readonly sources: readonly CalendarSource[];
  readonly overrides: readonly LocalOverride[];
}

/** Versions of the working calendar of the viewer's institution; made per request. */
export class Calendars {
  private inForce: Promise<CalendarContent> | undefined;

  constructor(
    private readonly em: EntityManager,
    private readonly institutionId: string,
  ) {}

  /**
   * The newest version.
   * @throws NotFound `CALENDAR_NOT_FOUND` when the institution was not set up
   */
  current(): Promise<CalendarContent> {
    this.inForce ??= this.load();
    return this.inForce;
  }

  /**
   * The newest version, for the next to be made of it: whoever else wants to waits, and then sees ours.
   * @throws NotFound `CALENDAR_NOT_FOUND`; Conflict `CALENDAR_CHANGED` when `version` is no longer the newest
   */
  async lock(version: number): Promise<CalendarContent> {
    await this.em.execute(`select pg_advisory_xact_lock(hashtextextended('roster.calendar/' || ?, 0))`, [
      this.institutionId,
    ]);
    const content = await this.load();
    if (content.calendar.version === version) return content;
    throw new Conflict('CALENDAR_CHANGED', { field: 'version', version: content.calendar.version });
  }

  /** Versions are added, never changed: what was counted under one can be counted again. */
  async keep({ calendar, sources, overrides }: CalendarContent, byId: string, at: Date): Promise<void> {
    const { version, years, daysOff, extraWorkdays } = calendar;
    const list = (values: Iterable<string | number>) => `{${[...values].sort().join(',')}}`;
    await this.em.execute(
      `insert into roster.calendar_version (institution_id, version, years, days_off, extra_workdays, sources, overrides,
         received_at, published_by_id) values (?, ?, ?::int[], ?::date[], ?::date[], ?::jsonb, ?::jsonb, ?, ?)`,
      [
        this.institutionId,
        version,
        list(years),
        list(daysOff),
        list(extraWorkdays),
        JSON.stringify(sources),
        JSON.stringify(overrides),
        at,
        byId,
      ],
    );
    this.inForce = undefined;
  }

  private async load(): Promise<CalendarContent> {
    const [row] = await this.em.execute<{ stored: StoredCalendar }[]>(
      `select to_jsonb(c) as stored from roster.calendar_version c where institution_id = ?
       order by version desc limit 1`,
      [this.institutionId],
    );
    if (!row) throw new NotFound('CALENDAR_NOT_FOUND');
    const { version, years, days_off, extra_workdays, sources, overrides } = row.stored;
    const calendar = {
      version,
      years: new Set(years),
      daysOff: new Set(days_off),
      extraWorkdays: new Set(extra_workdays),
    };
    return { calendar, sources, overrides };
  }
}
