import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { SuperiorReport } from './superior-report.entity.ts';

/** Reports by petition, batched; row-level security shows those of visible petitions. */
export class SuperiorReports {
  private readonly loader = new DataLoader<string, SuperiorReport[]>(
    async (petitionIds) => {
      const condition = { petitionId: { $in: [...petitionIds] } };
      const found = await this.em.find(SuperiorReport, condition, { orderBy: { id: 1 } });
      const byPetition = Map.groupBy(found, ({ petitionId }) => petitionId);
      return petitionIds.map((id) => byPetition.get(id) ?? []);
    },
    { cache: false },
  );

  constructor(private readonly em: EntityManager) {}

  /** Oldest first. Rides `superior_report_petition`. */
  of({ id }: { readonly id: string }): Promise<SuperiorReport[]> {
    return this.loader.load(id);
  }
}
