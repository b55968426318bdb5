import { Invalid } from '@everyletter/kit/errors';

/** What the office may tell a partner, field by field; nothing else of a petition ever leaves. */
export const SharedField = {
  DISPUTE: 'DISPUTE',
  BACKGROUND: 'BACKGROUND',
  REQUEST: 'REQUEST',
  NAMES: 'NAMES',
  PHONES: 'PHONES',
  ADDRESSES: 'ADDRESSES',
  DOCUMENTS: 'DOCUMENTS',
} as const;
export type SharedField = (typeof SharedField)[keyof typeof SharedField];

/** Fields about one party: that party's own consent decides. The others are about both. */
const OWN: readonly SharedField[] = ['NAMES', 'PHONES', 'ADDRESSES'];

/** A party as far as sharing goes; `scope` is null until consent is given. */
export interface Consenting {
  readonly id: string;
  readonly scope: readonly string[] | null;
}

/**
 * In the order of the list, each once.
 * @throws Invalid `SHARING_WITHOUT_DISPUTE`: a partner must know what it is to mediate
 */
export function sharingOf(fields: readonly string[]): SharedField[] {
  const chosen = Object.values(SharedField).filter((field) => fields.includes(field));
  if (!chosen.includes('DISPUTE')) throw new Invalid('SHARING_WITHOUT_DISPUTE', { field: 'sharedFields' });
  return chosen;
}

/** Fields about the dispute that the partner sees: shared by the office and within the consent of every party. */
export function sharedByAll(shared: readonly string[], parties: readonly Consenting[]): SharedField[] {
  return Object.values(SharedField).filter(
    (field) => !OWN.includes(field) && shared.includes(field) && parties.every(({ scope }) => scope?.includes(field)),
  );
}

/** Fields of one party that the partner sees: shared by the office and within that party's own consent. */
export function sharedOf(shared: readonly string[], { scope }: Consenting): SharedField[] {
  return OWN.filter((field) => shared.includes(field) && scope?.includes(field));
}
