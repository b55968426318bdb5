import { Conflict, NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import type { LocalDate } from '@everyletter/kit/time';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { DatedAvailability } from '../availability/dated-availability.entity.ts';
import { Lawyer, LawyerSpecialty } from './lawyer.entity.ts';

/**
 * The directory: lawyers for a change, their specialties and what they said about certain days. Made per request;
 * row-level security shows a lawyer from outside only themselves.
 */
export class Lawyers {
  /** By day from which they hold. Rides `lawyer_specialty_lawyer`. */
  private readonly specialtyLoader = new DataLoader<string, LawyerSpecialty[]>(async (lawyerIds) => {
    const order = { orderBy: { specialty: 1, validFrom: 1 } } as const;
    const found = await this.em.find(LawyerSpecialty, { lawyerId: { $in: [...lawyerIds] } }, order);
    const byLawyer = Map.groupBy(found, ({ lawyerId }) => lawyerId);
    return lawyerIds.map((id) => byLawyer.get(id) ?? []);
  });

  /** Those that end on `today` or later, soonest first. Rides `dated_availability_lawyer`. */
  private readonly datedLoader = new DataLoader<string, DatedAvailability[]>(async (lawyerIds) => {
    const found = await this.em.find(
      DatedAvailability,
      { lawyerId: { $in: [...lawyerIds] }, endsOn: { $gte: this.today } },
      { orderBy: { startsOn: 1, halfDay: 1, id: 1 } },
    );
    const byLawyer = Map.groupBy(found, ({ lawyerId }) => lawyerId);
    return lawyerIds.map((id) => byLawyer.get(id) ?? []);
  });

  constructor(
    private readonly em: EntityManager,
    private readonly today: LocalDate,
  ) {}

  specialtiesOf(lawyerId: string): Promise<LawyerSpecialty[]> {
    return this.specialtyLoader.load(lawyerId);
  }

  datedOf(lawyerId: string): Promise<DatedAvailability[]> {
    return this.datedLoader.load(lawyerId);
  }

  /** @throws NotFound `AVAILABILITY_NOT_FOUND` */
  async dated(id: string): Promise<DatedAvailability> {
    const found = isId(id) ? await this.em.findOne(DatedAvailability, { id }) : null;
    if (!found) throw new NotFound('AVAILABILITY_NOT_FOUND', { field: 'id' });
    return found;
  }

  /**
   * For a change; locked until the transaction ends. `version`: the one the caller saw; null for what may be added to
   * any. @throws NotFound `LAWYER_NOT_FOUND`; Conflict `LAWYER_CHANGED`
   */
  async change(id: string, version: number | null): Promise<Lawyer> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const lawyer = isId(id) ? await this.em.findOne(Lawyer, { id }, { lockMode }) : null;
    if (!lawyer) throw new NotFound('LAWYER_NOT_FOUND', { field: 'lawyerId' });
    if (version !== null && lawyer.version !== version) {
      throw new Conflict('LAWYER_CHANGED', { field: 'version', version: lawyer.version });
    }
    return lawyer;
  }

  /** Another lawyer of this office under the same licence, whether they still serve or not. */
  byLicence(institutionId: string, licenceNumber: string): Promise<Lawyer | null> {
    return this.em.findOne(Lawyer, { institutionId, licenceNumber });
  }

  forget(lawyerId: string): void {
    this.specialtyLoader.clear(lawyerId);
    this.datedLoader.clear(lawyerId);
  }
}
