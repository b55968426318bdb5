import type { InstitutionKeys } from '@everyletter/kit/sealing';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Petition } from '../petition/petition.entity.ts';
import { codeFrom, readCode } from './rules/query-code.ts';

/**
 * The code a petitioner asks with. It follows from the petition under the institution's key, so that a receipt can be
 * printed again, and the database holds only what {@link queryCodeIndex} makes of it.
 */
export function queryCodeOf(petitionId: string, institutionId: string, keys: InstitutionKeys): string {
  return codeFrom(keys.blindIndex(petitionId, institutionId, 'query-code'));
}

export function queryCodeIndex(code: string, institutionId: string, keys: InstitutionKeys): Buffer {
  return keys.blindIndex(code, institutionId, 'query_code_index');
}

/** Where somebody asks who has nothing but the slip of paper. */
export interface PublicDesk {
  readonly em: EntityManager;
  readonly keys: InstitutionKeys;
  readonly institutionId: string;
}

/**
 * The petition with this number and code; null for either being wrong, without telling which. Rides
 * `petition_query_code`. The caller limits how often one may ask.
 */
export async function petitionByQueryCode(
  { em, keys, institutionId }: PublicDesk,
  number: string,
  typed: string,
): Promise<Petition | null> {
  const code = readCode(typed);
  if (code === null) return null;
  const found = { number: number.trim(), queryCodeIndex: queryCodeIndex(code, institutionId, keys) };
  return em.findOne(Petition, found);
}
