import { NotFound } from '@everyletter/kit/errors';
import { loadById } from '@everyletter/kit/load-by-id';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { ReplyRecipient } from './reply-recipient.entity.ts';

/** Whom replies go to, by reply, batched; row-level security shows those of visible petitions. */
export class ReplyRecipients {
  private readonly byId = loadById(this.em, ReplyRecipient);

  private readonly loader = new DataLoader<string, ReplyRecipient[]>(
    async (replyIds) => {
      const found = await this.em.find(ReplyRecipient, { replyId: { $in: [...replyIds] } }, { orderBy: { id: 1 } });
      const byReply = Map.groupBy(found, ({ replyId }) => replyId);
      return replyIds.map((id) => byReply.get(id) ?? []);
    },
    { cache: false },
  );

  constructor(private readonly em: EntityManager) {}

  /** The petitioner first. Rides `reply_recipient_reply`. */
  async of({ id }: { readonly id: string }): Promise<ReplyRecipient[]> {
    const found = await this.loader.load(id);
    return found.toSorted((one, other) => Number(other.kind === 'PETITIONER') - Number(one.kind === 'PETITIONER'));
  }

  /** @throws NotFound `RECIPIENT_NOT_FOUND` */
  async get(id: string): Promise<ReplyRecipient> {
    const found = await this.byId.load(id);
    if (!found) throw new NotFound('RECIPIENT_NOT_FOUND', { field: 'recipientId' });
    return found;
  }

  /** Of a reply that is being changed. @throws NotFound `RECIPIENT_NOT_FOUND` */
  async oneOf(reply: { readonly id: string }, recipientId: string): Promise<ReplyRecipient> {
    const found = (await this.of(reply)).find(({ id }) => id === recipientId);
    if (!found) throw new NotFound('RECIPIENT_NOT_FOUND', { field: 'recipientId' });
    return found;
  }

  add(recipient: ReplyRecipient): void {
    this.em.persist(recipient);
  }

  remove(recipient: ReplyRecipient): void {
    this.em.remove(recipient);
  }
}
