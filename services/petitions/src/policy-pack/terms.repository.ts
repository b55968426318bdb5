import { NotFound } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Office } from './office.entity.ts';
import type { PolicyPack } from './rules/policy-pack.ts';

/** What clocks are counted under today: one pack and one calendar for the whole request. */
export interface TermsInForce {
  readonly pack: PolicyPack;
  readonly calendar: WorkCalendar;
}

/** By which versions something was counted. */
export interface TermVersions {
  readonly policyVersion: string;
  readonly calendarVersion: number;
}

/** Calendar versions, policy packs and the office of the viewer's institution; made per request. */
export class Terms {
  private readonly earlier = new Map<string, Promise<TermsInForce>>();
  private inForce: Promise<TermsInForce> | undefined;
  private ownOffice: Promise<Office> | undefined;

  constructor(
    private readonly em: EntityManager,
    private readonly institutionId: string,
    private readonly today: LocalDate,
  ) {}

  /** @throws NotFound `POLICY_PACK_NOT_FOUND`, `CALENDAR_NOT_FOUND` when the institution was not set up */
  current(): Promise<TermsInForce> {
    this.inForce ??= this.load();
    return this.inForce;
  }

  /**
   * The terms something was counted under, which may be older than those in force; read once a request.
   * @throws NotFound `POLICY_PACK_NOT_FOUND`, `CALENDAR_NOT_FOUND`
   */
  of({ policyVersion, calendarVersion }: TermVersions): Promise<TermsInForce> {
    const key = `${policyVersion}/${calendarVersion}`;
    const known = this.earlier.get(key) ?? this.loadVersions(policyVersion, calendarVersion);
    this.earlier.set(key, known);
    return known;
  }

  /** @throws NotFound `OFFICE_NOT_FOUND` */
  office(): Promise<Office> {
    this.ownOffice ??= this.em.findOneOrFail(Office, this.institutionId, {
      failHandler: () => new NotFound('OFFICE_NOT_FOUND'),
    });
    return this.ownOffice;
  }

  /** The newest pack in force and the newest calendar, in one statement. */
  private load(): Promise<TermsInForce> {
    return this.read(
      `select (select content from petitions.policy_pack where institution_id = ? and effective_from <= ? and state = 'APPROVED'
               order by effective_from desc, approved_at desc nulls last limit 1) as pack,
              (select to_jsonb(c) from petitions.calendar_version c where institution_id = ?
               order by version desc limit 1) as calendar`,
      [this.institutionId, this.today, this.institutionId],
    );
  }

  private loadVersions(policyVersion: string, calendarVersion: number): Promise<TermsInForce> {
    return this.read(
      `select (select content from petitions.policy_pack where institution_id = ? and version = ?) as pack,
              (select to_jsonb(c) from petitions.calendar_version c where institution_id = ? and version = ?) as calendar`,
      [this.institutionId, policyVersion, this.institutionId, calendarVersion],
    );
  }

  private async read(query: string, values: readonly (string | number)[]): Promise<TermsInForce> {
    const [row] = await this.em.execute<{ pack: PolicyPack | null; calendar: StoredCalendar | null }[]>(query, [
      ...values,
    ]);
    if (!row?.pack) throw new NotFound('POLICY_PACK_NOT_FOUND');
    if (!row.calendar) throw new NotFound('CALENDAR_NOT_FOUND');
    return { pack: row.pack, calendar: toCalendar(row.calendar) };
  }
}

interface StoredCalendar {
  readonly version: number;
  readonly years: readonly number[];
  readonly days_off: readonly LocalDate[];
  readonly extra_workdays: readonly LocalDate[];
}

function toCalendar({ version, years, days_off, extra_workdays }: StoredCalendar): WorkCalendar {
  return {
    version,
    years: new Set(years),
    daysOff: new Set(days_off),
    extraWorkdays: new Set(extra_workdays),
  };
}
