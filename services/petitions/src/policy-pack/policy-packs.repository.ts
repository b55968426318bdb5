import { NotFound } from '@everyletter/kit/errors';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { PolicyPackRecord } from './policy-pack.entity.ts';

/** Versions of the numbers of the viewer's institution; made per request. */
export class PolicyPacks {
  constructor(private readonly em: EntityManager) {}

  /** Drafts first, then the newest day first. */
  all(): Promise<PolicyPackRecord[]> {
    return this.em.find(PolicyPackRecord, {}, { orderBy: { effectiveFrom: -1, version: -1 }, limit: 100 });
  }

  find(version: string): Promise<PolicyPackRecord | null> {
    return this.em.findOne(PolicyPackRecord, { version });
  }

  draft(): Promise<PolicyPackRecord | null> {
    return this.em.findOne(PolicyPackRecord, { state: 'DRAFT' });
  }

  /** For a change, locked. @throws NotFound `POLICY_PACK_NOT_FOUND` */
  async change(version: string): Promise<PolicyPackRecord> {
    const found = await this.em.findOne(PolicyPackRecord, { version }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!found) throw new NotFound('POLICY_PACK_NOT_FOUND', { field: 'version' });
    return found;
  }

  /** Approved ones whose day has come, that say running clocks are counted again and were not yet told to. */
  toMove(today: string): Promise<PolicyPackRecord[]> {
    const due = { state: 'APPROVED', openPetitions: 'MOVE', movedAt: null, effectiveFrom: { $lte: today } };
    return this.em.find(PolicyPackRecord, due, { orderBy: { effectiveFrom: 1 }, lockMode: LockMode.PESSIMISTIC_WRITE });
  }
}
