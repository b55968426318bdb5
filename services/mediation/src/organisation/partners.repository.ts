import { isId } from '@everyletter/kit/id';
import { loadById } from '@everyletter/kit/load-by-id';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { type Kysely, sql } from 'kysely';
import { Mediator, PartnerOrganisation } from './organisation.entity.ts';

/**
 * The only door to partner organisations and their mediators; made per request. What row-level security hides does
 * not exist for the viewer. Each loader asks once for all that is wanted in one tick.
 */
export class Partners {
  private readonly organisations = loadById(this.em, PartnerOrganisation);
  private readonly mediators = loadById(this.em, Mediator);

  private readonly visible = new DataLoader<string, boolean>(async (ids) => {
    const { rows } = await sql<{ id: string }>`
      select institution_id as id from mediation.institution where institution_id = any(${[...ids]}::uuid[])
      `.execute(this.em.getKysely() as unknown as Kysely<unknown>);
    return ids.map((id) => rows.some((row) => row.id === id));
  });

  readonly organisationsOf = new DataLoader<string, PartnerOrganisation[]>(async (institutionIds) => {
    const found = await this.em.find(
      PartnerOrganisation,
      { institutionId: { $in: [...institutionIds] } },
      { orderBy: { name: 1, id: 1 } },
    );
    for (const organisation of found) this.organisations.prime(organisation.id, organisation);
    return institutionIds.map((id) => found.filter(({ institutionId }) => institutionId === id));
  });

  readonly mediatorsOf = new DataLoader<string, Mediator[]>(async (organisationIds) => {
    const found = await this.em.find(
      Mediator,
      { organisationId: { $in: [...organisationIds] } },
      { orderBy: { name: 1, id: 1 } },
    );
    return organisationIds.map((id) => found.filter(({ organisationId }) => organisationId === id));
  });

  constructor(private readonly em: EntityManager) {}

  /** The viewer's own institution or one below it; any other does not exist. */
  async institution(id: string): Promise<{ readonly id: string } | null> {
    return isId(id) && (await this.visible.load(id)) ? { id } : null;
  }

  /** Cases each mediator has in hand, over departments. */
  private readonly loads = new DataLoader<string, number>(async (mediatorIds) => {
    const { rows } = await sql<{ mediator_id: string; cases: number }>`
      select mediator_id, cases from mediation.mediator_loads()
      `.execute(this.em.getKysely() as unknown as Kysely<unknown>);
    return mediatorIds.map((id) => rows.find((row) => row.mediator_id === id)?.cases ?? 0);
  });

  loadOf(mediatorId: string): Promise<number> {
    return this.loads.load(mediatorId);
  }

  /** Offers and cases that are open with a partner. Rides `referral_organisation`. */
  async openCasesOf(organisationId: string): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select mediation.open_cases(${organisationId}::uuid) as count
      `.execute(this.em.getKysely() as unknown as Kysely<unknown>);
    return rows[0]?.count ?? 0;
  }

  /** What was loaded counts no longer: rows were taken back, or named anew. */
  forget(): void {
    for (const loader of [this.organisations, this.mediators, this.organisationsOf, this.mediatorsOf])
      loader.clearAll();
  }

  organisation(id: string): Promise<PartnerOrganisation | null> {
    return this.organisations.load(id);
  }

  mediator(id: string): Promise<Mediator | null> {
    return this.mediators.load(id);
  }
}
