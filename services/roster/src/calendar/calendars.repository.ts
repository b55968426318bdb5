import { NotFound } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { CalendarSource } from './rules/working-day.ts';

export interface CalendarInForce {
  readonly calendar: WorkCalendar;
  readonly sources: readonly CalendarSource[];
}

interface StoredCalendar {
  readonly version: number;
  readonly years: readonly number[];
  readonly days_off: readonly LocalDate[];
  readonly extra_workdays: readonly LocalDate[];
  readonly sources: readonly CalendarSource[];
}

/** Versions of the working calendar of the viewer's institution; made per request. */
export class Calendars {
  private inForce: Promise<CalendarInForce> | undefined;

  constructor(
    private readonly em: EntityManager,
    private readonly institutionId: string,
  ) {}

  /**
   * The newest version.
   * @throws NotFound `CALENDAR_NOT_FOUND` when the institution was not set up
   */
  current(): Promise<CalendarInForce> {
    this.inForce ??= this.load();
    return this.inForce;
  }

  private async load(): Promise<CalendarInForce> {
    const [row] = await this.em.execute<{ stored: StoredCalendar }[]>(
      `select to_jsonb(c) as stored from roster.calendar_version c where institution_id = ?
       order by version desc limit 1`,
      [this.institutionId],
    );
    if (!row) throw new NotFound('CALENDAR_NOT_FOUND');
    const { version, years, days_off, extra_workdays, sources } = row.stored;
    const calendar = {
      version,
      years: new Set(years),
      daysOff: new Set(days_off),
      extraWorkdays: new Set(extra_workdays),
    };
    return { calendar, sources };
  }
}
