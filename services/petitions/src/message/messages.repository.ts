import { NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Message } from './message.entity.ts';

/** Messages by petition, batched; row-level security shows those of visible petitions. */
export class Messages {
  private readonly loader = new DataLoader<string, Message[]>(
    async (petitionIds) => {
      const found = await this.em.find(Message, { petitionId: { $in: [...petitionIds] } }, { orderBy: { id: 1 } });
      const byPetition = Map.groupBy(found, ({ petitionId }) => petitionId);
      return petitionIds.map((id) => byPetition.get(id) ?? []);
    },
    { cache: false },
  );

  constructor(private readonly em: EntityManager) {}

  /** Oldest first. Rides `message_petition`. */
  of({ id }: { readonly id: string }): Promise<Message[]> {
    return this.loader.load(id);
  }

  /** @throws NotFound `MESSAGE_NOT_FOUND` */
  async get(id: string): Promise<Message> {
    const found = isId(id) ? await this.em.findOne(Message, { id }) : null;
    if (!found) throw new NotFound('MESSAGE_NOT_FOUND', { field: 'messageId' });
    return found;
  }
}
