import { Conflict, NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { loadById } from '@everyletter/kit/load-by-id';
import { decodeCursor } from '@everyletter/kit/paging';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Referral } from './referral.entity.ts';

/** Narrows the list; what is absent does not narrow it. */
export interface ReferralFilter {
  readonly states?: readonly string[] | null;
  readonly matterId?: string | null;
}

/**
 * The only door to referrals; made per request. Row-level security shows the office its departments' and a partner
 * its own, between the consent of all and the end.
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

  /**
   * For a change. Locked until the transaction ends, so that of two at once the second sees what the first made of it:
   * another version, or nothing at all.
   * @throws NotFound `REFERRAL_NOT_FOUND`; Conflict `REFERRAL_CHANGED`
   */
  async change(id: string, version: number | null): Promise<Referral> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const referral = isId(id) ? await this.em.findOne(Referral, { id }, { lockMode }) : null;
    if (!referral) throw new NotFound('REFERRAL_NOT_FOUND', { field: 'referralId' });
    if (version !== null && referral.version !== version)
      throw new Conflict('REFERRAL_CHANGED', { field: 'version', version: referral.version });
    return referral;
  }

  /** Up to `first + 1`, newest first. Rides `referral_proposed`. */
  page(first: number, after: string | null, filter: ReferralFilter): Promise<Referral[]> {
    const where = { $and: [conditionOf(filter), after ? beyond(after) : {}] };
    return this.em.find(Referral, where, { orderBy: { proposedOn: -1, id: -1 }, limit: first + 1 });
  }

  count(filter: ReferralFilter): Promise<number> {
    return this.em.count(Referral, conditionOf(filter));
  }

  /** Of one matter at most one is open. */
  openOfMatter(matterId: string): Promise<Referral | null> {
    const open = ['PROPOSED', 'CONSENTED', 'ACCEPTED', 'AGREED'];
    return this.em.findOne(Referral, { matterId, state: { $in: open } });
  }

  add(referral: Referral): void {
    this.em.persist(referral);
    this.ofMatter.clear(referral.matterId);
  }

  /** Offers of an open institution whose time to answer is over. Rides `referral_answer`. */
  unansweredBefore(today: string): Promise<Referral[]> {
    return this.em.find(
      Referral,
      { state: 'CONSENTED', answerDueOn: { $lt: today } },
      { orderBy: { id: 1 }, limit: 100 },
    );
  }
}

function conditionOf({ states, matterId }: ReferralFilter) {
  return {
    ...(states?.length ? { state: { $in: [...states] } } : {}),
    ...(matterId ? { matterId: { $in: [matterId].filter(isId) } } : {}),
  };
}

function beyond(cursor: string) {
  const [proposedOn, id] = decodeCursor(cursor, 2).map(String) as [string, string];
  return { $or: [{ proposedOn: { $lt: proposedOn } }, { proposedOn, id: { $lt: id } }] };
}
