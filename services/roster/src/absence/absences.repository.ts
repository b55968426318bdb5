import { NotFound } from '@everyletter/kit/errors';
import { loadById } from '@everyletter/kit/load-by-id';
import type { LocalDate } from '@everyletter/kit/time';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Absence } from './absence.entity.ts';

/** The only door to absences of the viewer's institution; made per request. */
export class Absences {
  private readonly loader = loadById(this.em, Absence);

  /** By day. Rides `absence_staff`. */
  readonly of = new DataLoader<string, Absence[]>(async (staffIds) => {
    const found = await this.em.find(Absence, { staffId: { $in: [...staffIds] } }, { orderBy: { from: 1, id: 1 } });
    return staffIds.map((id) => found.filter(({ staffId }) => staffId === id));
  });

  constructor(private readonly em: EntityManager) {}

  find(id: string): Promise<Absence | null> {
    return this.loader.load(id);
  }

  /** @throws NotFound `ABSENCE_NOT_FOUND` */
  async get(id: string): Promise<Absence> {
    const absence = await this.find(id);
    if (!absence) throw new NotFound('ABSENCE_NOT_FOUND', { field: 'id' });
    return absence;
  }

  /** Whoever is away on one of the days, both ends included. Rides `absence_time`. */
  between(from: LocalDate, to: LocalDate): Promise<Absence[]> {
    return this.em.find(Absence, { to: { $gte: from }, from: { $lte: to } }, { orderBy: { from: 1, id: 1 } });
  }
}
