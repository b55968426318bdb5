import { type InstitutionKeys, newDataKey, seal, unseal } from '@everyletter/kit/sealing';
import { nameKey } from './rules/party-name.ts';

/** Where it lives: its key is bound to it, its indexes to the institution. */
export interface ConsultationPlace {
  readonly id: string;
  readonly institutionId: string;
  readonly wrappedKey: Uint8Array;
}

const INDEX = 'consultation.person';

/** The columns that hold who came and whom it is about. */
export function sealNames(
  person: string,
  parties: readonly string[],
  { id, institutionId }: Omit<ConsultationPlace, 'wrappedKey'>,
  keys: InstitutionKeys,
) {
  const dataKey = newDataKey();
  return {
    wrappedKey: keys.wrap(dataKey, institutionId, id),
    personSealed: seal(person, dataKey, `consultation.person:${id}`),
    personIndex: indexOf(person, institutionId, keys),
    partiesSealed: seal(JSON.stringify(parties), dataKey, `consultation.parties:${id}`),
    partyIndexes: parties.map((party) => indexOf(party, institutionId, keys)),
  };
}

function indexOf(name: string, institutionId: string, keys: InstitutionKeys): Buffer {
  return keys.blindIndex(nameKey(name), institutionId, INDEX);
}

/** As PostgreSQL reads a `bytea[]`. */
export function blobArray(blobs: readonly Buffer[]): string {
  return `{${blobs.map((blob) => `"\\\\x${blob.toString('hex')}"`)}}`;
}

/** `place` is `table.column:id` of the row that will hold it. */
export function sealText(text: string, place: string, holder: ConsultationPlace, keys: InstitutionKeys): Buffer {
  return seal(text, keys.unwrap(holder.wrappedKey, holder.institutionId, holder.id), place);
}

export function openText(sealed: Uint8Array, place: string, holder: ConsultationPlace, keys: InstitutionKeys): string {
  return unseal(sealed, keys.unwrap(holder.wrappedKey, holder.institutionId, holder.id), place);
}
