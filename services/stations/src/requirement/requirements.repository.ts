import { NotFound } from '@everyletter/kit/errors';
import { loadById } from '@everyletter/kit/load-by-id';
import type { LocalDate } from '@everyletter/kit/time';
import type { Viewer } from '@everyletter/kit/viewer';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Assignment, HELD } from '../assignment/assignment.entity.ts';
import type { Period } from '../coverage/rules/coverage.ts';
import { Hall } from '../hall/hall.entity.ts';
import { Station } from '../station/station.entity.ts';
import { RequirementException } from './requirement-exception.entity.ts';
import { RequirementLine } from './requirement-line.entity.ts';

/** The only door to halls and what stations ask for; made per request. Row-level security hides what is not visible. */
export class Requirements {
  private readonly halls = loadById(this.em, Hall);
  private readonly stations = loadById(this.em, Station);
  private readonly lines = loadById(this.em, RequirementLine);
  private readonly exceptions = loadById(this.em, RequirementException);

  private readonly linesByStation = new DataLoader<string, RequirementLine[]>(async (stationIds) => {
    const orderBy = { line: 1, halfDay: -1, effectiveFrom: 1 } as const;
    const found = await this.em.find(RequirementLine, { stationId: { $in: [...stationIds] } }, { orderBy });
    const byStation = Map.groupBy(found, ({ stationId }) => stationId);
    return stationIds.map((id) => byStation.get(id) ?? []);
  });

  constructor(
    private readonly em: EntityManager,
    private readonly viewer: Viewer,
  ) {}

  hall(id: string): Promise<Hall | null> {
    return this.halls.load(id);
  }

  hallsOf(institutionId: string): Promise<Hall[]> {
    return this.em.find(Hall, { institutionId }, { orderBy: { name: 1, id: 1 } });
  }

  /** A station of the viewer's own institution, to change it. @throws NotFound `STATION_NOT_FOUND` */
  async ownStation(id: string, field = 'id'): Promise<Station> {
    const station = await this.stations.load(id);
    if (station?.institutionId !== this.viewer.institutionId) throw new NotFound('STATION_NOT_FOUND', { field });
    return station;
  }

  /** Every version, by line, morning first and then day. Rides `coverage_requirement_station`. */
  linesOf(stationId: string): Promise<RequirementLine[]> {
    return this.linesByStation.load(stationId);
  }

  /** @throws NotFound `REQUIREMENT_NOT_FOUND` */
  async ownLine(id: string): Promise<RequirementLine> {
    const line = await this.lines.load(id);
    if (line?.institutionId !== this.viewer.institutionId) throw new NotFound('REQUIREMENT_NOT_FOUND', { field: 'id' });
    return line;
  }

  /** @throws NotFound `EXCEPTION_NOT_FOUND` */
  async ownException(id: string): Promise<RequirementException> {
    const exception = await this.exceptions.load(id);
    if (exception?.institutionId !== this.viewer.institutionId) {
      throw new NotFound('EXCEPTION_NOT_FOUND', { field: 'id' });
    }
    return exception;
  }

  /** Those that touch the period, in the order they were written down; of one station or of all. */
  exceptionsIn({ from, to }: Period, where: { stationId?: string; institutionId?: string }) {
    const touching = { ...where, fromDate: { $lte: to }, toDate: { $gte: from } };
    return this.em.find(RequirementException, touching, { orderBy: { createdAt: 1, id: 1 } });
  }

  /** Whether anybody is to serve there from that day on. */
  async isStaffed({ id }: Station, from: LocalDate): Promise<boolean> {
    return (await this.em.count(Assignment, { stationId: id, date: { $gte: from }, status: { $in: [...HELD] } })) > 0;
  }

  /** What was asked of a station has changed within this request. */
  forget(stationId: string): void {
    this.linesByStation.clear(stationId);
  }
}
