import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { MaterialsRequest } from './materials-request.entity.ts';

/** By petition, batched; row-level security shows those of visible petitions. */
export class MaterialsRequests {
  private readonly loader = new DataLoader<string, MaterialsRequest | null>(
    async (petitionIds) => {
      const found = await this.em.find(MaterialsRequest, { petitionId: { $in: [...petitionIds] } });
      return petitionIds.map((id) => found.find(({ petitionId }) => petitionId === id) ?? null);
    },
    { cache: false },
  );

  constructor(private readonly em: EntityManager) {}

  of({ id }: { readonly id: string }): Promise<MaterialsRequest | null> {
    return this.loader.load(id);
  }
}
