import { loadById } from '@everyletter/kit/load-by-id';
import type { LocalDate } from '@everyletter/kit/time';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Assignment, HELD } from './assignment/assignment.entity.ts';
import type { Period } from './coverage/rules/coverage.ts';
import { LawFirm, Lawyer } from './lawyer/lawyer.entity.ts';
import { Station } from './station/station.entity.ts';

/**
 * The only door to stations, lawyers and who is on duty; made per request. What row-level security hides does not
 * exist for the viewer. Each loader asks once for all that is wanted in one tick.
 */
export class Duty {
  private readonly stations = loadById(this.em, Station);
  private readonly lawyers = loadById(this.em, Lawyer);
  private readonly firms = loadById(this.em, LawFirm);
  private readonly assignments = loadById(this.em, Assignment);

  readonly stationsOf = new DataLoader<string, Station[]>(async (institutionIds) => {
    const found = await this.em.find(
      Station,
      { institutionId: { $in: [...institutionIds] } },
      { orderBy: { name: 1, id: 1 } },
    );
    for (const station of found) this.stations.prime(station.id, station);
    return institutionIds.map((id) => found.filter((station) => station.institutionId === id));
  });

  /** By period, so that stations of one query share a statement. */
  private readonly assignmentLoaders = new Map<string, DataLoader<string, Assignment[]>>();

  constructor(private readonly em: EntityManager) {}

  station(id: string): Promise<Station | null> {
    return this.stations.load(id);
  }

  lawyer(id: string): Promise<Lawyer | null> {
    return this.lawyers.load(id);
  }

  firm(id: string): Promise<LawFirm | null> {
    return this.firms.load(id);
  }

  assignment(id: string): Promise<Assignment | null> {
    return this.assignments.load(id);
  }

  allLawyers(): Promise<Lawyer[]> {
    return this.em.find(Lawyer, {}, { orderBy: { name: 1, id: 1 } });
  }

  /** How often the lawyer is on duty after that day. */
  countAfter(lawyerId: string, day: LocalDate): Promise<number> {
    return this.em.count(Assignment, { lawyerId, date: { $gt: day } });
  }

  /** By day, morning first. Rides `assignment_station`. */
  assignmentsOf(stationId: string, { from, to }: Period): Promise<Assignment[]> {
    const key = `${from}/${to}`;
    const loader = this.assignmentLoaders.get(key) ?? this.assignmentLoader({ from, to });
    this.assignmentLoaders.set(key, loader);
    return loader.load(stationId);
  }

  private assignmentLoader({ from, to }: Period): DataLoader<string, Assignment[]> {
    return new DataLoader<string, Assignment[]>(async (stationIds) => {
      const found = await this.em.find(
        Assignment,
        { stationId: { $in: [...stationIds] }, date: { $gte: from, $lte: to }, status: { $in: [...HELD] } },
        { orderBy: { date: 1, halfDay: -1, lawyerId: 1 } },
      );
      const byStation = Map.groupBy(found, ({ stationId }) => stationId);
      return stationIds.map((id) => byStation.get(id) ?? []);
    });
  }
}
