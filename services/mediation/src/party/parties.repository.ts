import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Consent } from '../consent/consent.entity.ts';
import { Party } from './party.entity.ts';

/** Parties and what they answered, by referral; row-level security shows those of visible referrals. */
export class Parties {
  /** Rides `party_referral`. */
  private readonly partyLoader = new DataLoader<string, Party[]>(async (referralIds) => {
    const found = await this.em.find(Party, { referralId: { $in: [...referralIds] } }, { orderBy: { number: 1 } });
    const byReferral = Map.groupBy(found, ({ referralId }) => referralId);
    return referralIds.map((id) => byReferral.get(id) ?? []);
  });

  /** Rides `consent_referral`. */
  private readonly consentLoader = new DataLoader<string, Consent[]>(async (referralIds) => {
    const found = await this.em.find(Consent, { referralId: { $in: [...referralIds] } }, { orderBy: { id: 1 } });
    const byReferral = Map.groupBy(found, ({ referralId }) => referralId);
    return referralIds.map((id) => byReferral.get(id) ?? []);
  });

  constructor(private readonly em: EntityManager) {}

  /** In the order they were named. */
  of({ id }: { readonly id: string }): Promise<Party[]> {
    return this.partyLoader.load(id);
  }

  /** In the order they were written down. */
  answersOf({ id }: { readonly id: string }): Promise<Consent[]> {
    return this.consentLoader.load(id);
  }

  add(party: Party): void {
    this.em.persist(party);
    this.partyLoader.clear(party.referralId);
  }

  answered(consent: Consent): void {
    this.em.persist(consent);
    this.consentLoader.clear(consent.referralId);
  }
}
