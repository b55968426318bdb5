import { NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { loadById } from '@everyletter/kit/load-by-id';
import { dayOf, type LocalDate } from '@everyletter/kit/time';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { ReceptionDay } from './reception-day.entity.ts';
import { RotaNotice } from './substitution.entity.ts';

/** Notices kept in sight. */
const MOST_NOTICES = 100;

export interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A duty as a calendar app is told of it. */
export interface FedDuty {
  readonly id: string;
  readonly date: string;
  readonly halfDay: string;
  readonly place: string;
  readonly revision: number;
  readonly changedAt: Date;
  readonly calledOff: boolean;
  readonly leaderName: string;
  readonly leaderTitle: string;
}

/** The only door to reception days; made per request. Another institution's do not exist for the viewer. */
export class ReceptionDays {
  private readonly loader = loadById(this.em, ReceptionDay);

  constructor(private readonly em: EntityManager) {}

  find(id: string): Promise<ReceptionDay | null> {
    return this.loader.load(id);
  }

  /**
   * Gives every day after `now` to another leader, but for half-days on which that one receives already; what is booked
   * stays booked. Answers how many there were.
   */
  async handOver(fromStaffId: string, toStaffId: string, now: Date): Promise<number> {
    const order = { orderBy: { date: 1, halfDay: 1, id: 1 } } as const;
    const ahead = { date: { $gt: dayOf(now) }, calledOffOn: null };
    const days = await this.em.find(ReceptionDay, { ...ahead, leaderId: fromStaffId }, order);
    const taken = await this.em.find(ReceptionDay, { ...ahead, leaderId: toStaffId });
    const isFree = (day: ReceptionDay) => !taken.some((own) => own.date === day.date && own.halfDay === day.halfDay);
    const free = days.filter(isFree);
    for (const day of free) day.moveTo(toStaffId, now);
    return free.length;
  }

  /** After `today`, those that take place, by day. */
  aheadOf(leaderId: string, today: LocalDate): Promise<ReceptionDay[]> {
    const ahead = { leaderId, date: { $gt: today }, calledOffOn: null };
    return this.em.find(ReceptionDay, ahead, { orderBy: { date: 1, halfDay: -1, id: 1 } });
  }

  /** @throws NotFound `RECEPTION_DAY_NOT_FOUND` */
  async get(id: string): Promise<ReceptionDay> {
    const day = await this.find(id);
    if (!day) throw new NotFound('RECEPTION_DAY_NOT_FOUND', { field: 'receptionDayId' });
    return day;
  }

  /** Locked until the transaction ends. @throws NotFound `RECEPTION_DAY_NOT_FOUND` */
  async change(id: string): Promise<ReceptionDay> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const day = isId(id) ? await this.em.findOne(ReceptionDay, { id }, { lockMode }) : null;
    if (!day) throw new NotFound('RECEPTION_DAY_NOT_FOUND', { field: 'receptionDayId' });
    return day;
  }

  /** Those that take place, by day, morning first, both ends included. Rides `reception_day_date`. */
  between(from: LocalDate, to: LocalDate): Promise<ReceptionDay[]> {
    return this.em.find(
      ReceptionDay,
      { date: { $gte: from, $lte: to }, calledOffOn: null },
      { orderBy: { date: 1, halfDay: -1, id: 1 } },
    );
  }

  /** Newest first. Rides `rota_notice_staff`. */
  async noticesOf(staffId: string | null): Promise<RotaNotice[]> {
    if (!staffId) return [];
    return this.em.find(RotaNotice, { staffId }, { orderBy: { at: -1, id: 1 }, limit: MOST_NOTICES });
  }

  /** Those that take place on these days. */
  onDates(dates: readonly string[]): Promise<ReceptionDay[]> {
    return this.em.find(ReceptionDay, { date: { $in: [...new Set(dates)] }, calledOffOn: null });
  }

  /** Also those called off; one leader's, with those another took over as called off, or everybody's for null. */
  async fed({ from, to }: Days, leaderId: string | null): Promise<FedDuty[]> {
    const rows = await this.em.execute<(Omit<FedDuty, 'changedAt'> & { readonly changedAt: string | Date })[]>(
      `select d.id, d.date::text as date, d.half_day as "halfDay", d.place, d.revision, d.changed_at as "changedAt",
         (d.called_off_on is not null or d.leader_id <> coalesce(?::uuid, d.leader_id)) as "calledOff",
         s.name as "leaderName", s.title as "leaderTitle"
       from roster.reception_day d join roster.staff s on s.id = d.leader_id
       where d.date between ? and ? and (?::uuid is null or d.leader_id = ?::uuid
         or d.id in (select reception_day_id from roster.substitution where from_leader_id = ?::uuid))
       order by d.date, d.half_day desc, d.id`,
      [leaderId, from, to, leaderId, leaderId, leaderId],
    );
    return rows.map((row) => ({ ...row, changedAt: new Date(row.changedAt) }));
  }

  /** Whether they are still of the institution and, having an account, may still sign in. */
  async mayStillRead(staffId: string): Promise<boolean> {
    const rows = await this.em.execute(
      `select from roster.staff s where s.id = ? and not exists (
         select from roster.role_grant g join roster.account_card c on c.account_id = g.account_id
         where g.staff_id = s.id and c.disabled)`,
      [staffId],
    );
    return rows.length > 0;
  }
}
