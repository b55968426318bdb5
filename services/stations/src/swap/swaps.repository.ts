import { NotFound } from '@everyletter/kit/errors';
import { isId, newId } from '@everyletter/kit/id';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { OPEN } from './rules/swap-state.ts';
import { Swap } from './swap.entity.ts';

/** How many that were decided are shown below the open ones. */
const HISTORY = 50;

/** Swaps: the office sees all, a lawyer those they asked for or are asked. Made per request. */
export class Swaps {
  constructor(private readonly em: EntityManager) {}

  /** Open ones first, oldest first; then those decided, newest first. */
  async all(): Promise<Swap[]> {
    const open = await this.em.find(Swap, { state: { $in: [...OPEN] } }, { orderBy: { askedAt: 1, id: 1 } });
    const done = { state: { $nin: [...OPEN] } };
    const decided = await this.em.find(Swap, done, { orderBy: { askedAt: -1, id: -1 }, limit: HISTORY });
    return [...open, ...decided];
  }

  /** @throws NotFound `SWAP_NOT_FOUND` */
  async change(id: string): Promise<Swap> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const swap = isId(id) ? await this.em.findOne(Swap, { id }, { lockMode }) : null;
    if (!swap) throw new NotFound('SWAP_NOT_FOUND', { field: 'id' });
    return swap;
  }

  async openOf(assignmentId: string): Promise<Swap | null> {
    return this.em.findOne(Swap, { assignmentId, state: { $in: [...OPEN] } });
  }

  /** Whoever is asked learns of the duty by this row alone; the asking lawyer never reads it. */
  async offer({ id, institutionId, assignmentId }: Swap, lawyerIds: readonly string[], now: Date): Promise<void> {
    for (const lawyerId of lawyerIds) {
      await this.em.execute('insert into stations.swap_offer values (?, ?, ?, ?, ?, null, null)', [
        newId(now),
        institutionId,
        id,
        assignmentId,
        lawyerId,
      ]);
    }
  }

  /** Whether the lawyer is asked and has not answered. */
  async isAsked({ id }: Swap, lawyerId: string | null): Promise<boolean> {
    if (!lawyerId) return false;
    const found = await this.em.execute(
      'select from stations.swap_offer where swap_id = ? and lawyer_id = ? and answer is null',
      [id, lawyerId],
    );
    return found.length > 0;
  }

  async answerOffer({ id }: Swap, lawyerId: string, answer: 'ACCEPTED' | 'DECLINED', now: Date): Promise<void> {
    await this.em.execute(
      'update stations.swap_offer set answer = ?, answered_at = ? where swap_id = ? and lawyer_id = ?',
      [answer, now, id, lawyerId],
    );
  }

  /** What becomes of a duty otherwise ends the swap of it. */
  async lapseOf(assignmentId: string): Promise<void> {
    await this.em.execute(
      `update stations.swap set state = 'LAPSED', version = version + 1 where assignment_id = ? and state in ('ASKED', 'ANSWERED')`,
      [assignmentId],
    );
  }
}
