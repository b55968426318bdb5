import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';

interface OfReferral {
  readonly id: string;
  readonly referralId: string;
}

/** Rows of a table by their referral, in the order they came about; asked for once in one tick. */
export class RowsOfReferral<Entity extends OfReferral> {
  private readonly loader = new DataLoader<string, Entity[]>(async (referralIds) => {
    const where = { referralId: { $in: [...referralIds] } } as unknown as FilterQuery<Entity>;
    const found = (await this.em.find(this.entity, where, { orderBy: { id: 1 } as never })) as Entity[];
    const byReferral = Map.groupBy(found, ({ referralId }) => referralId);
    return referralIds.map((id) => byReferral.get(id) ?? []);
  });

  constructor(
    private readonly em: EntityManager,
    private readonly entity: new () => Entity,
  ) {}

  of({ id }: { readonly id: string }): Promise<Entity[]> {
    return this.loader.load(id);
  }

  add(row: Entity): void {
    this.em.persist(row);
    this.loader.clear(row.referralId);
  }
}
