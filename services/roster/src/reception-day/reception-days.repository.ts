import { loadById } from '@everyletter/kit/load-by-id';
import type { LocalDate } from '@everyletter/kit/time';
import type { EntityManager } from '@mikro-orm/postgresql';
import { ReceptionDay } from './reception-day.entity.ts';

/** The only door to reception days; made per request. Another institution's do not exist for the viewer. */
export class ReceptionDays {
  private readonly loader = loadById(this.em, ReceptionDay);

  constructor(private readonly em: EntityManager) {}

  find(id: string): Promise<ReceptionDay | null> {
    return this.loader.load(id);
  }

  /** By day, morning first, both ends included. Rides `reception_day_date`. */
  between(from: LocalDate, to: LocalDate): Promise<ReceptionDay[]> {
    return this.em.find(ReceptionDay, { date: { $gte: from, $lte: to } }, { orderBy: { date: 1, halfDay: -1, id: 1 } });
  }
}
