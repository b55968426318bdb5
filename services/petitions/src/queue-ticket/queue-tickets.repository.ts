import type { LocalDate } from '@everyletter/kit/time';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Petition } from '../petition/petition.entity.ts';
import { queueNumber } from './rules/queue-number.ts';

/** Numbers of those who came in person; reached from a petition the viewer sees. Made per request. */
export class QueueTickets {
  constructor(
    private readonly em: EntityManager,
    private readonly now: Date,
  ) {}

  /** The next one of the day in that hall; whoever draws at the same moment waits, so that none is given twice. */
  async draw({ id, institutionId, receivingDepartmentId }: Petition, on: LocalDate): Promise<void> {
    await this.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `petitions.queue/${receivingDepartmentId}/${on}`,
    ]);
    await this.em.execute(
      `insert into petitions.queue_ticket (petition_id, institution_id, department_id, on_date, number, drawn_at)
       select ?, ?, ?, ?, coalesce(max(number), 0) + 1, ? from petitions.queue_ticket
       where institution_id = ? and department_id = ? and on_date = ?`,
      [id, institutionId, receivingDepartmentId, on, this.now, institutionId, receivingDepartmentId, on],
    );
  }

  /** Null for whoever did not come in person. */
  async of({ id }: Pick<Petition, 'id'>): Promise<string | null> {
    const [row] = await this.em.execute<{ number: number }[]>(
      'select number from petitions.queue_ticket where petition_id = ?',
      [id],
    );
    return row ? queueNumber(row.number) : null;
  }
}
