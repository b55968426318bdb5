import { isId } from '@everyletter/kit/id';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Matter } from '../matter/matter.entity.ts';
import { TimelineEntry } from '../timeline/timeline-entry.entity.ts';
import { Petition } from './petition.entity.ts';

/**
 * The only door to petitions and their matters; made per request. What row-level security hides (another institution,
 * another department) does not exist for the viewer.
 */
export class Petitions {
  private readonly loader = new DataLoader<string, Petition | null>(async (ids) => {
    const found = await this.em.find(Petition, { id: { $in: ids.filter(isId) } });
    const byId = new Map(found.map((petition) => [petition.id, petition]));
    return ids.map((id) => byId.get(id) ?? null);
  });

  private readonly matterLoader = new DataLoader<string, Matter | null>(async (ids) => {
    const found = await this.em.find(Matter, { id: { $in: ids.filter(isId) } });
    const byId = new Map(found.map((matter) => [matter.id, matter]));
    return ids.map((id) => byId.get(id) ?? null);
  });

  constructor(private readonly em: EntityManager) {}

  find(id: string): Promise<Petition | null> {
    return this.loader.load(id);
  }

  /** Visible to whoever sees one of its petitions. */
  async matter(id: string): Promise<Matter | null> {
    if (!isId(id)) return null;
    const seen = await this.em.count(Petition, { matterId: id });
    return seen > 0 ? this.matterLoader.load(id) : null;
  }

  /** Callers come from a petition they see, so the matter is visible to them. */
  matterOf(petition: Petition): Promise<Matter | null> {
    return this.matterLoader.load(petition.matterId);
  }

  /** Oldest first. Rides `timeline_petition`. */
  timelineOf(petition: Petition): Promise<TimelineEntry[]> {
    return this.em.find(TimelineEntry, { petitionId: petition.id }, { orderBy: { at: 1, id: 1 } });
  }
}
