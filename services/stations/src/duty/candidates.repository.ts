import type { EntityManager } from '@mikro-orm/postgresql';
import type { AvailabilityLevel } from '../availability/rules/availability.ts';
import type { Lawyer } from '../lawyer/lawyer.entity.ts';
import type { DutyRow } from './duty-row.ts';

/** Who could take a duty, before rules are held against them. */
export interface CandidateRow {
  readonly lawyerId: string;
  readonly firmId: string;
  readonly level: AvailabilityLevel;
}

/** What a candidate has to do already, and whether they suit. */
export interface CandidateLoad {
  readonly lawyerId: string;
  readonly weekDuties: number;
  readonly monthDuties: number;
  readonly suits: boolean;
}

/** Those who are free in a half-day; made per request. */
export class Candidates {
  constructor(private readonly em: EntityManager) {}

  /** For the lawyer on duty and for the office; anybody else is told of nobody. */
  of({ id }: DutyRow): Promise<CandidateRow[]> {
    return this.em.execute<CandidateRow[]>(
      `select lawyer_id as "lawyerId", firm_id as "firmId", level from stations.cover_candidates(?)`,
      [id],
    );
  }

  /** Held half-days around the duty, and whether one of the wanted specialties holds that day. */
  loads({ stored }: DutyRow, lawyers: readonly Lawyer[]): Promise<CandidateLoad[]> {
    const { date, stationId, halfDay, line } = stored;
    return this.em.execute<CandidateLoad[]>(
      `select l.id as "lawyerId",
         (select count(*)::int from stations.assignment a where a.lawyer_id = l.id and a.status in ('PUBLISHED', 'CONFIRMED')
           and date_trunc('week', a.date) = date_trunc('week', ?::date)) as "weekDuties",
         (select count(*)::int from stations.assignment a where a.lawyer_id = l.id and a.status in ('PUBLISHED', 'CONFIRMED')
           and date_trunc('month', a.date) = date_trunc('month', ?::date)) as "monthDuties",
         not exists (select from stations.coverage_requirement r where r.station_id = ? and r.half_day = ? and r.line = ?
           and r.effective_from <= ? and coalesce(r.effective_to, ?::date) >= ? and r.specialties <> '{}'
           and not exists (select from stations.lawyer_specialty p where p.lawyer_id = l.id
             and p.specialty = any (r.specialties) and p.valid_from <= ? and coalesce(p.valid_to, ?::date) >= ?)) as suits
       from stations.lawyer l where l.id = any (?::uuid[])`,
      [date, date, stationId, halfDay, line, date, date, date, date, date, date, `{${lawyers.map(({ id }) => id)}}`],
    );
  }
}
