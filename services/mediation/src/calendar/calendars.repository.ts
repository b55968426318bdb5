import { type LocalDate, localDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import type { EntityManager } from '@mikro-orm/postgresql';

interface Row {
  readonly version: number;
  readonly years: readonly number[];
  readonly daysOff: readonly string[];
  readonly extraWorkdays: readonly string[];
}

/** Before the roster told anything, no year is known. */
const NONE: Row = { version: 0, years: [], daysOff: [], extraWorkdays: [] };

/** The newest calendar of the viewer's institution; asked for once a request. */
export class Calendars {
  private found: Promise<WorkCalendar> | undefined;

  constructor(
    private readonly em: EntityManager,
    private readonly institutionId: string,
  ) {}

  current(): Promise<WorkCalendar> {
    this.found ??= this.load();
    return this.found;
  }

  forget(): void {
    this.found = undefined;
  }

  private async load(): Promise<WorkCalendar> {
    const [row = NONE] = await this.em.execute<Row[]>(
      `select version, years, days_off::text[] as "daysOff", extra_workdays::text[] as "extraWorkdays"
       from mediation.calendar_version where institution_id = ? order by version desc limit 1`,
      [this.institutionId],
    );
    const days = (list: readonly string[]): Set<LocalDate> => new Set(list.map((day) => localDate(day)));
    return {
      version: row.version,
      years: new Set(row.years),
      daysOff: days(row.daysOff),
      extraWorkdays: days(row.extraWorkdays),
    };
  }
}
