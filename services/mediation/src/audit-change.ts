import { type AuditFact, appendAudit } from '@everyletter/kit/audit';
import { newId } from '@everyletter/kit/id';
import type { Kysely } from 'kysely';
import type { Context } from './context.ts';

/** Appends to the audit in the request's own transaction: no change without its row. Returns the entry's id. */
export function auditChange({ em, viewer, now }: Context, fact: Omit<AuditFact, 'actorId'>): Promise<string> {
  const place = { institutionId: viewer.institutionId, id: newId(now) };
  const database = em.getKysely() as unknown as Kysely<unknown>;
  return appendAudit(database, 'mediation', place, { ...fact, actorId: viewer.accountId });
}
