import { Conflict, NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { loadById } from '@everyletter/kit/load-by-id';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Matter } from '../matter/matter.entity.ts';
import { TimelineEntry } from '../timeline/timeline-entry.entity.ts';
import type { ListedMatter } from './listed-petition.ts';
import { Petition } from './petition.entity.ts';

/**
 * The only door to petitions and their matters; made per request. What row-level security hides (another institution,
 * another department) does not exist for the viewer.
 */
export class Petitions {
  private readonly loader = loadById(this.em, Petition);

  private readonly matterLoader = loadById(this.em, Matter);

  /** Rides `petition_matter`. */
  private readonly ofMatterLoader = new DataLoader<string, Petition[]>(async (matterIds) => {
    const order = { orderBy: { receivedOn: 1, id: 1 } } as const;
    const found = await this.em.find(Petition, { matterId: { $in: [...matterIds] } }, order);
    const byMatter = Map.groupBy(found, ({ matterId }) => matterId);
    return matterIds.map((id) => byMatter.get(id) ?? []);
  });

  constructor(private readonly em: EntityManager) {}

  find(id: string): Promise<Petition | null> {
    return this.loader.load(id);
  }

  /** @throws NotFound `PETITION_NOT_FOUND` */
  async get(id: string): Promise<Petition> {
    const petition = await this.find(id);
    if (!petition) throw new NotFound('PETITION_NOT_FOUND', { field: 'petitionId' });
    return petition;
  }

  /** Those the viewer may see, in the order they were received. */
  ofMatter({ id }: Matter): Promise<Petition[]> {
    return this.ofMatterLoader.load(id);
  }

  /** How many petitions about it row-level security hides from the viewer. */
  async hiddenOf(matter: Matter): Promise<number> {
    const [row] = await this.em.execute<{ n: number }[]>('select petitions.petitions_about(?) as n', [matter.id]);
    return (row?.n ?? 0) - (await this.ofMatter(matter)).length;
  }

  /**
   * For a change. Locked until the transaction ends, so that of two at once the second sees the first's version.
   * `version`: the one the caller saw; null for what may be added to any.
   * @throws NotFound `PETITION_NOT_FOUND`; Conflict `PETITION_CHANGED`, saying who changed it and when
   */
  async change(id: string, version: number | null): Promise<Petition> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const petition = isId(id) ? await this.em.findOne(Petition, { id }, { lockMode }) : null;
    if (!petition) throw new NotFound('PETITION_NOT_FOUND', { field: 'petitionId' });
    if (version !== null && petition.version !== version) throw await this.conflict(petition);
    return petition;
  }

  /** What a handler leaves behind, locked until the transaction ends, always in the same order. */
  async lockUnansweredOf(handlerId: string): Promise<Petition[]> {
    const rows = await this.em.execute<{ id: string }[]>(
      `select p.id from petitions.petition p join petitions.matter m on m.id = p.matter_id
       where p.handler_id = ? and p.disposition = 'ACCEPTED' and m.state not in ('ANSWERED', 'ARCHIVED')`,
      [handlerId],
    );
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    return this.em.find(Petition, { id: { $in: rows.map(({ id }) => id) } }, { orderBy: { id: 1 }, lockMode });
  }

  /** The matter of a petition that is being changed, locked like it. */
  changeMatterOf({ matterId }: Petition): Promise<Matter> {
    return this.em.findOneOrFail(Matter, { id: matterId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  }

  /** By its number; null when it is not visible. */
  async numbered(number: string): Promise<Petition | null> {
    return this.em.findOne(Petition, { number });
  }

  /** The columns that lists leave out. */
  sealedLetterOf({ id }: Petition): Promise<Pick<Petition, 'bodySealed' | 'representativesSealed'>> {
    return this.em.findOneOrFail(Petition, { id }, { fields: ['bodySealed', 'representativesSealed'] });
  }

  /** What became of each visible petition about the matter. */
  dispositionsOf({ id }: Matter): Promise<Pick<Petition, 'id' | 'disposition' | 'superiorFrom'>[]> {
    return this.em.find(Petition, { matterId: id }, { fields: ['id', 'disposition', 'superiorFrom'] });
  }

  private async conflict({ id, version }: Petition): Promise<Conflict> {
    const [last] = await this.em.find(TimelineEntry, { petitionId: id }, { orderBy: { at: -1, id: -1 }, limit: 1 });
    const changedAt = last?.at.toISOString() ?? null;
    return new Conflict('PETITION_CHANGED', {
      field: 'version',
      version,
      changedById: last?.actorId ?? null,
      changedAt,
    });
  }

  /** Visible to whoever sees one of its petitions, or of the matter it was joined to. */
  async matter(id: string): Promise<Matter | null> {
    if (!isId(id)) return null;
    const seen = await this.em.count(Petition, { matterId: id });
    if (seen > 0) return this.matterLoader.load(id);
    const merged = await this.em.findOne(Matter, { id, mergedIntoId: { $ne: null } });
    return merged?.mergedIntoId && (await this.matter(merged.mergedIntoId)) ? merged : null;
  }

  /** Callers come from a petition they see, so the matter is visible to them. */
  async matterOf({ matterId }: Petition): Promise<Matter> {
    const matter = await this.matterLoader.load(matterId);
    if (!matter) throw new NotFound('MATTER_NOT_FOUND');
    return matter;
  }

  /** Read with a page of their petitions; the page's rows need not ask for them again. Nothing of them can be changed. */
  knowMatters(matters: readonly ListedMatter[]): void {
    for (const matter of matters) this.matterLoader.prime(matter.id, matter as Matter);
  }

  /** Oldest first. Rides `timeline_petition`. */
  timelineOf(petition: Petition): Promise<TimelineEntry[]> {
    return this.em.find(TimelineEntry, { petitionId: petition.id }, { orderBy: { at: 1, id: 1 } });
  }
}
