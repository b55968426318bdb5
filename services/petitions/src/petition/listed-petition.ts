import { type RawBuilder, sql } from 'kysely';
import type { Matter } from '../matter/matter.entity.ts';
import type { Petition } from './petition.entity.ts';

/**
 * What a list reads of a petition and of its matter: rows as the database sends them, under the names of the entities
 * and without their behaviour. Entities of a whole page cost ten times as much and are never changed.
 */
const PETITION = [
  ...(['id', 'institutionId', 'matterId', 'number', 'channel', 'category', 'subject', 'receivedOn'] as const),
  ...(['identityKind', 'state', 'disposition', 'track', 'trackReasonCode', 'receivingDepartmentId'] as const),
  ...(['handlingDepartmentId', 'handlerId', 'repeatOfId', 'transferredTo', 'unreachableOn', 'returnedOn'] as const),
  ...(['proceduralStartedOn', 'proceduralDueOn', 'proceduralTargetOn', 'proceduralProvisional'] as const),
  ...([
    'proceduralStoppedOn',
    'superiorFrom',
    'reportBackDueOn',
    'reportedOn',
    'representativeCount',
    'policyVersion',
  ] as const),
  ...(['calendarVersion', 'version', 'wrappedKey', 'nameSealed', 'idNumberSealed', 'phoneSealed'] as const),
  ...(['suggestedDepartmentId', 'leaderOwnerId', 'disposedOn'] as const),
  ...([
    'addressSealed',
    'peopleCount',
    'triageTargetOn',
    'transferredFrom',
    'escalatedOn',
    'triageRule',
    'restricted',
  ] as const),
] as const satisfies readonly (keyof Petition)[];

const MATTER = [
  ...(['institutionId', 'subject', 'state', 'openedOn', 'substantiveStartedOn', 'substantiveDueOn'] as const),
  ...(['substantiveTargetOn', 'substantiveProvisional', 'substantiveStoppedOn', 'followUpDueOn'] as const),
  'firstDueOn',
  ...(['policyVersion', 'calendarVersion', 'version'] as const),
] as const satisfies readonly (keyof Matter)[];

export type ListedPetition = Pick<Petition, (typeof PETITION)[number] | 'registeredAt'>;
export type ListedMatter = Pick<Matter, (typeof MATTER)[number] | 'id'>;

/** The columns of {@link readListed}, in a query where `p` is the petition and `m` its matter. */
export const LISTED: RawBuilder<unknown> = sql.raw(
  [
    ...PETITION.map((name) => `p.${columnOf(name)} as "${name}"`),
    `extract(epoch from p.registered_at)::float8 * 1000 as "registeredAt"`,
    ...MATTER.map((name) => `m.${columnOf(name)} as "m.${name}"`),
  ].join(', '),
);

export type ListedRow = Readonly<Record<string, unknown>>;

export function readListed(row: ListedRow): { readonly petition: ListedPetition; readonly matter: ListedMatter } {
  const petition: Record<string, unknown> = { registeredAt: new Date(row.registeredAt as number) };
  for (const name of PETITION) petition[name] = row[name];
  const matter: Record<string, unknown> = { id: row.matterId };
  for (const name of MATTER) matter[name] = row[`m.${name}`];
  return { petition: petition as unknown as ListedPetition, matter: matter as unknown as ListedMatter };
}

function columnOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
