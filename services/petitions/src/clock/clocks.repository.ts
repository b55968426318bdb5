import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { ClockEventRow } from './clock-event.entity.ts';
import { PetitionClock } from './petition-clock.entity.ts';

/** Events of clocks, and the clocks that only some petitions have; made per request, batched. */
export class Clocks {
  /** Rides the primary key. */
  private readonly events = new DataLoader<string, ClockEventRow[]>(async (subjectIds) => {
    const order = { orderBy: { sequence: 1 } } as const;
    const found = await this.em.find(ClockEventRow, { subjectId: { $in: [...subjectIds] } }, order);
    const bySubject = Map.groupBy(found, ({ subjectId }) => subjectId);
    return subjectIds.map((id) => bySubject.get(id) ?? []);
  });

  private readonly petitionClocks = new DataLoader<string, PetitionClock[]>(async (petitionIds) => {
    const found = await this.em.find(
      PetitionClock,
      { petitionId: { $in: [...petitionIds] } },
      { orderBy: { clock: 1 } },
    );
    const byPetition = Map.groupBy(found, ({ petitionId }) => petitionId);
    return petitionIds.map((id) => byPetition.get(id) ?? []);
  });

  constructor(private readonly em: EntityManager) {}

  /** In the order they were written down. `subjectId`: a petition, or a matter. */
  async eventsOf(subjectId: string, clock: string): Promise<ClockEventRow[]> {
    return (await this.events.load(subjectId)).filter((event) => event.clock === clock);
  }

  ofPetition(petitionId: string): Promise<PetitionClock[]> {
    return this.petitionClocks.load(petitionId);
  }

  async add(event: ClockEventRow): Promise<void> {
    const { subjectId } = event;
    const known = await this.events.load(subjectId);
    this.em.persist(event);
    this.events.clear(subjectId).prime(subjectId, [...known, event]);
  }

  async addPetitionClock(clock: PetitionClock): Promise<void> {
    const { petitionId } = clock;
    const known = await this.petitionClocks.load(petitionId);
    this.em.persist(clock);
    this.petitionClocks.clear(petitionId).prime(petitionId, [...known, clock]);
  }
}
