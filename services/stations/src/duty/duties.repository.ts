import { NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import type { LocalDate } from '@everyletter/kit/time';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Period } from '../coverage/rules/coverage.ts';
import { DutyRow, type StoredDuty } from './duty-row.ts';
import type { DutyStatus } from './rules/duty-state.ts';

const COLUMNS = `a.id, a.institution_id as "institutionId", a.station_id as "stationId", a.lawyer_id as "lawyerId",
  a.date::text as date, a.half_day as "halfDay", a.line, a.seat, a.status, a.version,
  s.name as "stationName", s.place,
  case a.half_day when 'MORNING' then s.morning_from else s.afternoon_from end as opens,
  case a.half_day when 'MORNING' then s.morning_to else s.afternoon_to end as closes,
  (select n.reason from stations.duty_answer n where n.assignment_id = a.id order by n.answered_at desc limit 1) as reason,
  t.checked_in_at as "checkedInAt", t.checked_in_by as "checkedInBy", t.late_minutes as "lateMinutes",
  t.checked_out_at as "checkedOutAt", t.absent_at as "absentAt", t.absence_reason as "absenceReason",
  (select w.id from stations.swap w where w.assignment_id = a.id and w.state in ('ASKED', 'ANSWERED')) as "swapId"`;
const FROM = `stations.assignment a join stations.station s on s.id = a.station_id
  left join stations.attendance t on t.assignment_id = a.id`;
const ORDER = 'order by a.date, a.half_day desc, s.name, a.seat';

/** Lawyers' duties as they were answered and kept; made per request. What row-level security hides does not exist. */
export class Duties {
  constructor(
    private readonly em: EntityManager,
    private readonly institutionId: string,
  ) {}

  /** Of one lawyer, whatever became of them, soonest first. */
  of(lawyerId: string, { from, to }: Period): Promise<DutyRow[]> {
    return this.select('a.institution_id = ? and a.lawyer_id = ? and a.date between ? and ?', [
      this.institutionId,
      lawyerId,
      from,
      to,
    ]);
  }

  /** Of one lawyer, also those that went to another since. */
  everHeldBy(lawyerId: string, { from, to }: Period): Promise<DutyRow[]> {
    return this.select(
      `a.institution_id = ? and a.date between ? and ? and (a.lawyer_id = ? or a.id in (
         select assignment_id from stations.swap where state = 'APPROVED' and asked_by_id = ?
         union all select return_assignment_id from stations.swap where state = 'APPROVED' and answered_by_id = ?))`,
      [this.institutionId, from, to, lawyerId, lawyerId, lawyerId],
    );
  }

  /** Of one station. */
  at(stationId: string, { from, to }: Period): Promise<DutyRow[]> {
    return this.select('a.institution_id = ? and a.station_id = ? and a.date between ? and ?', [
      this.institutionId,
      stationId,
      from,
      to,
    ]);
  }

  /** Of every station on one day. */
  on(date: LocalDate): Promise<DutyRow[]> {
    return this.select('a.institution_id = ? and a.date = ?', [this.institutionId, date]);
  }

  /** Declined from that day on, whose seat nobody else has taken since. Rides `assignment_date`. */
  declinedFrom(date: LocalDate): Promise<DutyRow[]> {
    return this.select(
      `a.institution_id = ? and a.date >= ? and a.status = 'DECLINED' and not exists (select from stations.assignment o
         where o.institution_id = a.institution_id and o.station_id = a.station_id and o.date = a.date
           and o.half_day = a.half_day and o.line = a.line and o.seat = a.seat and o.status in ('PUBLISHED', 'CONFIRMED'))`,
      [this.institutionId, date],
    );
  }

  async find(id: string): Promise<DutyRow | null> {
    if (!isId(id)) return null;
    const [duty] = await this.select('a.id = ?', [id]);
    return duty ?? null;
  }

  /** @throws NotFound `DUTY_NOT_FOUND` */
  async get(id: string, field = 'id'): Promise<DutyRow> {
    const duty = await this.find(id);
    if (!duty) throw new NotFound('DUTY_NOT_FOUND', { field });
    return duty;
  }

  /**
   * For a change; locked until the transaction ends, before anything is read of it.
   * @throws NotFound `DUTY_NOT_FOUND`
   */
  async change(id: string, field = 'id'): Promise<DutyRow> {
    if (isId(id)) await this.em.execute('select from stations.assignment where id = ? for no key update', [id]);
    return this.get(id, field);
  }

  async setStatus(id: string, status: DutyStatus): Promise<void> {
    await this.em.execute('update stations.assignment set status = ?, version = version + 1 where id = ?', [
      status,
      id,
    ]);
  }

  private async select(condition: string, values: readonly unknown[]): Promise<DutyRow[]> {
    const query = `select ${COLUMNS} from ${FROM} where ${condition} ${ORDER}`;
    const rows = await this.em.execute<StoredDuty[]>(query, [...values]);
    return rows.map((row) => new DutyRow(instants(row)));
  }
}

/** The driver leaves instants of a raw statement as text. */
function instants(row: StoredDuty): StoredDuty {
  const at = (value: Date | string | null) => (value === null ? null : new Date(value));
  const { checkedInAt, checkedOutAt, absentAt } = row;
  return { ...row, checkedInAt: at(checkedInAt), checkedOutAt: at(checkedOutAt), absentAt: at(absentAt) };
}
