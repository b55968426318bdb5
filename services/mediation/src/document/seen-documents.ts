import { scopeOf } from '../consent/rules/consent.ts';
import type { Context } from '../context.ts';
import type { Referral } from '../referral/referral.entity.ts';
import { isMediator } from '../referral/referral.policy.ts';
import { sharedByAll } from '../referral/rules/sharing.ts';
import type { Document } from './document.entity.ts';

/** Shared papers are the partner's to open only if sharing papers is within every party's consent. */
export async function seenDocuments(referral: Referral, context: Context): Promise<Document[]> {
  const all = await context.documents.of(referral);
  if (!isMediator(context.viewer) || all.length === 0) return all;
  const [parties, answers] = await Promise.all([context.parties.of(referral), context.parties.answersOf(referral)]);
  const consenting = parties.map(({ id }) => ({ id, scope: scopeOf(answers, id) }));
  const mayOpen = sharedByAll(referral.sharedFields, consenting).includes('DOCUMENTS');
  return all.filter(({ kind }) => kind !== 'SHARED' || mayOpen);
}
