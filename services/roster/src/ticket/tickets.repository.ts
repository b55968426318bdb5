import { Conflict, NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { loadById } from '@everyletter/kit/load-by-id';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Substitution } from '../reception-day/substitution.entity.ts';
import type { Days } from '../reception-rule/rules/recurrence.ts';
import { ReceptionRecord, ReceptionTask, Ticket } from './ticket.entity.ts';

/** The only door to appointments and what came of them; made per request. */
export class Tickets {
  readonly ticket = loadById(this.em, Ticket);

  /** By number. Rides the unique key of day and number. */
  readonly ofDay = new DataLoader<string, Ticket[]>(async (dayIds) => {
    const where = { receptionDayId: { $in: [...dayIds] } };
    const found = await this.em.find(Ticket, where, { orderBy: { number: 1 } });
    const byDay = Map.groupBy(found, ({ receptionDayId }) => receptionDayId);
    return dayIds.map((id) => byDay.get(id) ?? []);
  });

  /** In the order they were decided. */
  readonly substitutionsOf = new DataLoader<string, Substitution[]>(async (dayIds) => {
    const where = { receptionDayId: { $in: [...dayIds] } };
    const found = await this.em.find(Substitution, where, { orderBy: { id: 1 } });
    const byDay = Map.groupBy(found, ({ receptionDayId }) => receptionDayId);
    return dayIds.map((id) => byDay.get(id) ?? []);
  });

  readonly recordOf = new DataLoader<string, ReceptionRecord | null>(async (ticketIds) => {
    const found = await this.em.find(ReceptionRecord, { ticketId: { $in: [...ticketIds] } });
    return ticketIds.map((id) => found.find(({ ticketId }) => ticketId === id) ?? null);
  });

  readonly tasksOf = new DataLoader<string, ReceptionTask[]>(async (ticketIds) => {
    const found = await this.em.find(ReceptionTask, { ticketId: { $in: [...ticketIds] } }, { orderBy: { id: 1 } });
    return ticketIds.map((id) => found.filter(({ ticketId }) => ticketId === id));
  });

  /** Booked for a petition, earliest first. Rides `reception_ticket_petition`. */
  readonly ofPetition = new DataLoader<string, Ticket[]>(async (petitionIds) => {
    const possible = petitionIds.filter(isId);
    const where = { petitionId: { $in: possible } };
    const found = possible.length > 0 ? await this.em.find(Ticket, where, { orderBy: { id: 1 } }) : [];
    return petitionIds.map((id) => found.filter(({ petitionId }) => petitionId === id));
  });

  constructor(private readonly em: EntityManager) {}

  /** Those that are not cancelled, and those of them whose visitors were received; both days included. */
  async countIn({ from, to }: Days): Promise<{ readonly booked: number; readonly received: number }> {
    const [row] = await this.em.execute<{ booked: number; received: number }[]>(
      `select count(*)::int as booked, count(*) filter (where t.state = 'DONE')::int as received
       from roster.reception_ticket t join roster.reception_day d on d.id = t.reception_day_id
       where d.date between ? and ? and t.state <> 'CANCELLED'`,
      [from, to],
    );
    return row ?? { booked: 0, received: 0 };
  }

  /** A leader's, those not reported on first, by the day they are due. */
  tasksOfLeader(leaderId: string): Promise<ReceptionTask[]> {
    return this.em.find(ReceptionTask, { leaderId }, { orderBy: { reportedOn: 'desc nulls first', dueOn: 1, id: 1 } });
  }

  /** @throws NotFound `TICKET_NOT_FOUND`; Conflict `TICKET_CHANGED` */
  async change(id: string, version: number | null): Promise<Ticket> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const ticket = isId(id) ? await this.em.findOne(Ticket, { id }, { lockMode }) : null;
    if (!ticket) throw new NotFound('TICKET_NOT_FOUND', { field: 'id' });
    if (version !== null && ticket.version !== version) throw new Conflict('TICKET_CHANGED', { field: 'version' });
    return ticket;
  }

  /** @throws NotFound `TASK_NOT_FOUND`; Conflict `TASK_CHANGED` */
  async changeTask(id: string, version: number): Promise<ReceptionTask> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const task = isId(id) ? await this.em.findOne(ReceptionTask, { id }, { lockMode }) : null;
    if (!task) throw new NotFound('TASK_NOT_FOUND', { field: 'id' });
    if (task.version !== version) throw new Conflict('TASK_CHANGED', { field: 'version' });
    return task;
  }

  /**
   * Whoever books waits here for whoever books the same visitor or day: first the visitor, then the day, in that order
   * always, so that no two wait for each other.
   */
  async lock(visitorIndex: Buffer, receptionDayId: string): Promise<void> {
    await this.em.execute(`select pg_advisory_xact_lock(hashtextextended('visitor ' || encode(?::bytea, 'hex'), 0))`, [
      visitorIndex,
    ]);
    await this.em.execute(`select pg_advisory_xact_lock(hashtextextended('reception day ' || ?, 0))`, [receptionDayId]);
  }

  /** Whether the visitor has another appointment at that time. */
  async isElsewhere(visitorIndex: Buffer, span: string): Promise<boolean> {
    const rows = await this.em.execute(
      `select from roster.reception_ticket where visitor_index = ? and span && ?::tstzrange and state <> 'CANCELLED'`,
      [visitorIndex, span],
    );
    return rows.length > 0;
  }
}
