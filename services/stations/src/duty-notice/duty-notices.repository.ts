import type { LocalDate } from '@everyletter/kit/time';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { HalfDay } from '../coverage/rules/coverage.ts';

/** A half-day that became theirs, or no longer is. */
export interface DutyChange {
  readonly stationId: string;
  readonly date: LocalDate;
  readonly halfDay: HalfDay;
  readonly gained: boolean;
}

/** What one publication changed for one lawyer. */
export interface DutyNotice {
  readonly id: string;
  readonly createdAt: Date;
  readonly changes: readonly DutyChange[];
}

/** What lawyers are told of publications; made per request. Row-level security shows a lawyer their own. */
export class DutyNotices {
  constructor(
    private readonly em: EntityManager,
    private readonly institutionId: string,
  ) {}

  /** Not taken note of yet, the newest first. Rides `duty_notice_unseen`. */
  async unseenBy(lawyerId: string): Promise<DutyNotice[]> {
    const rows = await this.em.execute<(Omit<DutyNotice, 'createdAt'> & { readonly createdAt: string })[]>(
      `select id, created_at as "createdAt", changes from stations.duty_notice
       where institution_id = ? and lawyer_id = ? and seen_at is null order by created_at desc, id desc`,
      [this.institutionId, lawyerId],
    );
    return rows.map(({ createdAt, ...notice }) => ({ ...notice, createdAt: new Date(createdAt) }));
  }

  async see(lawyerId: string, now: Date): Promise<void> {
    await this.em.execute(
      `update stations.duty_notice set seen_at = ? where institution_id = ? and lawyer_id = ? and seen_at is null`,
      [now, this.institutionId, lawyerId],
    );
  }
}
