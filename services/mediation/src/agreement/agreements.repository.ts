import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { PerformanceItem } from '../performance/performance-item.entity.ts';
import { Agreement } from './agreement.entity.ts';

/** Agreements and what is to be performed, by what they belong to. Row-level security hides drafts from the office. */
export class Agreements {
  private readonly loader = new DataLoader<string, Agreement | null>(async (referralIds) => {
    const found = await this.em.find(Agreement, { referralId: { $in: [...referralIds] } });
    return referralIds.map((id) => found.find(({ referralId }) => referralId === id) ?? null);
  });

  /** Rides `performance_item_agreement`. */
  private readonly itemLoader = new DataLoader<string, PerformanceItem[]>(async (agreementIds) => {
    const found = await this.em.find(
      PerformanceItem,
      { agreementId: { $in: [...agreementIds] } },
      { orderBy: { number: 1 } },
    );
    const byAgreement = Map.groupBy(found, ({ agreementId }) => agreementId);
    return agreementIds.map((id) => byAgreement.get(id) ?? []);
  });

  constructor(private readonly em: EntityManager) {}

  of({ id }: { readonly id: string }): Promise<Agreement | null> {
    return this.loader.load(id);
  }

  itemsOf({ id }: { readonly id: string }): Promise<PerformanceItem[]> {
    return this.itemLoader.load(id);
  }

  add(agreement: Agreement): void {
    this.em.persist(agreement);
    this.loader.clear(agreement.referralId);
  }

  /** In place of the items there were. */
  async replaceItems({ id }: Agreement, items: readonly PerformanceItem[]): Promise<void> {
    await this.em.nativeDelete(PerformanceItem, { agreementId: id });
    this.em.persist([...items]);
    this.itemLoader.clear(id);
  }
}
