import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { ContactAttempt } from './contact-attempt.entity.ts';

/** Attempts by petition, batched; row-level security shows those of visible petitions. */
export class ContactAttempts {
  private readonly loader = new DataLoader<string, ContactAttempt[]>(async (petitionIds) => {
    const found = await this.em.find(ContactAttempt, { petitionId: { $in: [...petitionIds] } }, { orderBy: { id: 1 } });
    const byPetition = Map.groupBy(found, ({ petitionId }) => petitionId);
    return petitionIds.map((id) => byPetition.get(id) ?? []);
  });

  constructor(private readonly em: EntityManager) {}

  /** In the order they were written down. Rides `contact_attempt_petition`. */
  of({ id }: { readonly id: string }): Promise<ContactAttempt[]> {
    return this.loader.load(id);
  }

  add(attempt: ContactAttempt): void {
    this.em.persist(attempt);
    this.loader.clear(attempt.petitionId);
  }
}
