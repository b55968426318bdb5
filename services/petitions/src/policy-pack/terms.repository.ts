import { NotFound } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { PolicyPack } from './rules/policy-pack.ts';
import { CalendarVersion, Office, PolicyPackVersion } from './terms.entity.ts';

/** What clocks are counted under today: one pack and one calendar for the whole request. */
export interface TermsInForce {
  readonly pack: PolicyPack;
  readonly calendar: WorkCalendar;
}

/** Calendar versions, policy packs and the office of the viewer's institution; made per request. */
export class Terms {
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

  /** @throws NotFound `OFFICE_NOT_FOUND` */
  office(): Promise<Office> {
    this.ownOffice ??= this.em.findOneOrFail(Office, this.institutionId, {
      failHandler: () => new NotFound('OFFICE_NOT_FOUND'),
    });
    return this.ownOffice;
  }

  private async load(): Promise<TermsInForce> {
    const { institutionId } = this;
    const where = { institutionId, effectiveFrom: { $lte: this.today } };
    const pack = await this.em.findOne(PolicyPackVersion, where, { orderBy: { effectiveFrom: -1 } });
    if (!pack) throw new NotFound('POLICY_PACK_NOT_FOUND');
    const calendar = await this.em.findOne(CalendarVersion, { institutionId }, { orderBy: { version: -1 } });
    if (!calendar) throw new NotFound('CALENDAR_NOT_FOUND');
    return { pack: pack.content, calendar: toCalendar(calendar) };
  }
}

function toCalendar({ version, years, daysOff, extraWorkdays }: CalendarVersion): WorkCalendar {
  return {
    version,
    years: new Set(years.map(Number)),
    daysOff: new Set(daysOff as LocalDate[]),
    extraWorkdays: new Set(extraWorkdays as LocalDate[]),
  };
}
