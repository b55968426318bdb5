import { type EntityManager, MikroORM, type Options } from '@mikro-orm/postgresql';
import { ForgivingClient } from './lost-connection.ts';
import type { Viewer } from './viewer.ts';

/** How far a viewer sees inside their institution; row-level security enforces it beneath the code's own checks. */
export type Scope = 'INSTITUTION' | 'DEPARTMENT' | 'NONE';

export interface DatabaseOptions {
  /** Connects as the service's non-owner role. */
  readonly url: string;
  readonly schema: string;
  readonly entities: NonNullable<Options['entities']>;
  readonly maxConnections?: number;
}

/** One ORM per service; every request works on a fork in a transaction of its own ({@link inTransaction}). */
export function openDatabase({ url, schema, entities, maxConnections = 10 }: DatabaseOptions): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    schema,
    entities,
    pool: { min: 0, max: maxConnections },
    driverOptions: {
      Client: ForgivingClient,
      statement_timeout: 5000,
      idle_in_transaction_session_timeout: 15_000,
      connectionTimeoutMillis: 4000,
    },
    metadataCache: { enabled: false },
    discovery: { warnWhenNoEntities: false },
  });
}

/** What row-level security reads by `current_setting('app.…')`. */
export function sessionVariables(viewer: Viewer, scope: Scope): Record<string, string> {
  return {
    'app.institution_id': viewer.institutionId,
    'app.scope': scope,
    'app.department_ids': `{${viewer.departmentIds.join(',')}}`,
    'app.staff_id': viewer.staffId ?? '',
    'app.lawyer_id': viewer.lawyerId ?? '',
    'app.mediator_id': viewer.mediatorId ?? '',
    'app.partner_organisation_id': viewer.partnerOrganisationId ?? '',
  };
}

export interface TransactionOptions {
  readonly variables: Record<string, string>;
  readonly readOnly: boolean;
}

/** Runs on a fresh fork; commits what `run` changed, or rolls all of it back when it throws. */
export async function inTransaction<T>(
  orm: MikroORM,
  { variables, readOnly }: TransactionOptions,
  run: (em: EntityManager) => Promise<T>,
): Promise<T> {
  const em = orm.em.fork();
  em.setSessionContext({ variables });
  await em.begin({ readOnly });
  try {
    const result = await run(em);
    // Nothing to look for in what was only read: a commit compares every entity with its snapshot.
    if (readOnly) em.clear();
    await em.commit();
    return result;
  } catch (error) {
    await em.rollback();
    throw error;
  }
}
