import type { InstitutionKeys } from '@everyletter/kit/sealing';
import { unseal } from '@everyletter/kit/sealing';
import { maskAddress, maskName, maskPhone } from '../petitioner/rules/masking.ts';
import { type NoteHolder, sealNote } from '../petitioner/sealed-note.ts';
import type { Correspondent } from './correspondent.entity.ts';

/** In clear: only on its way in, or behind an audited read. */
export interface ContactCard {
  readonly name: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

const place = (column: string, id: string) => `correspondent.${column}:${id}`;

/** The sealed columns of a new record, under the data key of its petition. */
export function sealContact(id: string, card: ContactCard, petition: NoteHolder, keys: InstitutionKeys) {
  const sealed = (column: string, text: string | null) =>
    text === null ? null : sealNote(text, place(column, id), petition, keys);
  return {
    nameSealed: sealed('name', card.name) as Buffer,
    addressSealed: sealed('address', card.address),
    phoneSealed: sealed('phone', card.phone),
  };
}

export function openContact(record: Correspondent, petition: NoteHolder, keys: InstitutionKeys): ContactCard {
  const { id, nameSealed, addressSealed, phoneSealed } = record;
  const key = keys.unwrap(petition.wrappedKey, petition.institutionId, petition.id);
  const open = (column: string, sealed: Uint8Array | null | undefined) =>
    sealed ? unseal(sealed, key, place(column, id)) : null;
  return { name: open('name', nameSealed), address: open('address', addressSealed), phone: open('phone', phoneSealed) };
}

/** Enough to recognise, not enough to know. */
export function maskedContact({ name, address, phone }: ContactCard): ContactCard {
  return {
    name: name === null ? null : maskName(name),
    address: address === null ? null : maskAddress(address),
    phone: phone === null ? null : maskPhone(phone),
  };
}
