import type { EntityManager } from '@mikro-orm/postgresql';
import { type Kysely, sql } from 'kysely';

/** What is locked: lawyers and seats by their keys. */
export interface Duties {
  readonly institutionId: string;
  readonly lawyerIds: readonly string[];
  readonly seatKeys: readonly string[];
}

const database = (em: EntityManager) => em.getKysely() as unknown as Kysely<unknown>;

/**
 * Before any assignment of theirs is written, by whoever writes a few: the institution shared, then lawyers, then
 * seats, each in order, so that two writers wait for each other and never for one another in a circle. Until the
 * transaction ends.
 */
export async function lockDuties(em: EntityManager, { institutionId, lawyerIds, seatKeys }: Duties): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`stations.duty/${institutionId}`}, 0))`.execute(
    database(em),
  );
  const keys = [
    ...[...new Set(lawyerIds)].sort().map((id) => `stations.lawyer/${id}`),
    ...[...new Set(seatKeys)].sort().map((key) => `stations.seat/${key}`),
  ];
  for (const key of keys) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(database(em));
  }
}

/** Before a whole plan is written: nobody else writes any assignment of the institution until it is done. */
export async function lockAllDuties(em: EntityManager, institutionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`stations.duty/${institutionId}`}, 0))`.execute(
    database(em),
  );
}
