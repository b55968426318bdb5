import type { EntityManager } from '@mikro-orm/postgresql';
import type { Period, Seats } from '../coverage/rules/coverage.ts';

/** Seats by half-day, as they were planned and as they were kept; made per request. */
export class Attended {
  constructor(private readonly em: EntityManager) {}

  /** Rides `assignment_date`. */
  planned(institutionId: string, { from, to }: Period): Promise<Seats[]> {
    return this.em.execute<Seats[]>(
      `select station_id as "stationId", date::text as date, half_day as "halfDay", count(*)::int as lawyers
       from stations.assignment where institution_id = ? and date between ? and ? and status in ('PUBLISHED', 'CONFIRMED')
       group by 1, assignment.date, 3`,
      [institutionId, from, to],
    );
  }

  /** Lawyers who checked in. */
  kept(institutionId: string, { from, to }: Period): Promise<Seats[]> {
    return this.em.execute<Seats[]>(
      `select station_id as "stationId", date::text as date, half_day as "halfDay", count(*)::int as lawyers
       from stations.attended where institution_id = ? and date between ? and ? group by 1, attended.date, 3`,
      [institutionId, from, to],
    );
  }
}
