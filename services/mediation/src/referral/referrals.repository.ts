import { isId } from '@everyletter/kit/id';
import { loadById } from '@everyletter/kit/load-by-id';
import { decodeCursor } from '@everyletter/kit/paging';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Referral } from './referral.entity.ts';

/**
 * The only door to referrals; made per request. Row-level security shows the office its departments' and a partner
 * its own, after consent.
 */
export class Referrals {
  private readonly loader = loadById(this.em, Referral);

  /** Newest first. Rides `referral_matter`. */
  readonly ofMatter = new DataLoader<string, Referral[]>(async (matterIds) => {
    const found = await this.em.find(
      Referral,
      { matterId: { $in: matterIds.filter(isId) } },
      { orderBy: { proposedOn: -1, id: -1 } },
    );
    return matterIds.map((id) => found.filter(({ matterId }) => matterId === id));
  });

  constructor(private readonly em: EntityManager) {}

  find(id: string): Promise<Referral | null> {
    return this.loader.load(id);
  }

  /** Up to `first + 1`, newest first. Rides `referral_proposed`. */
  page(first: number, after: string | null): Promise<Referral[]> {
    return this.em.find(Referral, after ? beyond(after) : {}, {
      orderBy: { proposedOn: -1, id: -1 },
      limit: first + 1,
    });
  }

  count(): Promise<number> {
    return this.em.count(Referral);
  }
}

function beyond(cursor: string) {
  const [proposedOn, id] = decodeCursor(cursor, 2).map(String) as [string, string];
  return { $or: [{ proposedOn: { $lt: proposedOn } }, { proposedOn, id: { $lt: id } }] };
}
