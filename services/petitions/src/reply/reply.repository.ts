import { NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { loadById } from '@everyletter/kit/load-by-id';
import type { LocalDate } from '@everyletter/kit/time';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Reply } from './reply.entity.ts';

/** The only door to replies; made per request. Who sees the petition sees its replies; others find none. */
export class Replies {
  private readonly loader = loadById(this.em, Reply);

  /** Rides `reply_petition`. */
  private readonly petitionLoader = new DataLoader<string, Reply[]>(
    async (petitionIds) => {
      const found = await this.em.find(
        Reply,
        { petitionId: { $in: [...petitionIds] } },
        { orderBy: { createdAt: 1, id: 1 } },
      );
      return petitionIds.map((id) => found.filter((reply) => reply.petitionId === id));
    },
    { cache: false },
  );

  constructor(private readonly em: EntityManager) {}

  find(id: string): Promise<Reply | null> {
    return this.loader.load(id);
  }

  /** @throws NotFound `REPLY_NOT_FOUND` */
  async get(id: string): Promise<Reply> {
    const reply = await this.find(id);
    if (!reply) throw new NotFound('REPLY_NOT_FOUND', { field: 'replyId' });
    return reply;
  }

  /** Oldest first. */
  ofPetition(petitionId: string): Promise<Reply[]> {
    return this.petitionLoader.load(petitionId);
  }

  /** Signed and not yet sent, in the order of their numbers. Rides `reply_outgoing`. */
  outgoing(limit: number): Promise<Reply[]> {
    return this.em.find(Reply, { state: 'APPROVED' }, { orderBy: { approvedOn: 1, id: 1 }, limit });
  }

  /** Sent on that day, in the order of their numbers. */
  sentOn(day: LocalDate, limit: number): Promise<Reply[]> {
    return this.em.find(Reply, { state: 'DISPATCHED', dispatchedOn: day }, { orderBy: { letterNumber: 1 }, limit });
  }

  /**
   * For a change. Locked until the transaction ends, so that of two at once the second sees the first's version.
   * @throws NotFound `REPLY_NOT_FOUND`; Conflict `REPLY_CHANGED`
   */
  async change(id: string, version: number): Promise<Reply> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const reply = isId(id) ? await this.em.findOne(Reply, { id }, { lockMode }) : null;
    if (!reply) throw new NotFound('REPLY_NOT_FOUND', { field: 'replyId' });
    reply.assertVersion(version);
    return reply;
  }

  /** The next letter of the year, taken under the row's lock: no gap on success, no number twice. */
  async takeLetterSequence(institutionId: string, year: number): Promise<number> {
    const [row] = await this.em.execute<{ last: number }[]>(
      `insert into petitions.letter_sequence as s values (?, ?, 1)
       on conflict (institution_id, year) do update set last = s.last + 1 returning s.last`,
      [institutionId, year],
    );
    return Number(row?.last);
  }
}
