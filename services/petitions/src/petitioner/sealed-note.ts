import { type InstitutionKeys, seal, unseal } from '@everyletter/kit/sealing';
import { maskWithin, type OwnData } from './rules/mask-within.ts';
import { CardOpener } from './sealed-card.ts';

/** The petition under whose data key the words of colleagues about it are sealed. */
export interface NoteHolder {
  readonly id: string;
  readonly institutionId: string;
  readonly wrappedKey: Uint8Array;
  readonly nameSealed?: Uint8Array | null;
  readonly idNumberSealed?: Uint8Array | null;
  readonly phoneSealed?: Uint8Array | null;
  readonly addressSealed?: Uint8Array | null;
}

/** `place` is `table.column:id` of the row that will hold it. */
export function sealNote(text: string, place: string, holder: NoteHolder, keys: InstitutionKeys): Buffer {
  return seal(text, keys.unwrap(holder.wrappedKey, holder.institutionId, holder.id), place);
}

/** Opens a note for reading, the petitioner's own data masked in it: in clear they only leave by an audited reveal. */
export function openNote(sealed: Uint8Array, place: string, holder: NoteHolder, keys: InstitutionKeys): string {
  const text = unseal(sealed, keys.unwrap(holder.wrappedKey, holder.institutionId, holder.id), place);
  return maskWithin(text, ownData(holder, keys));
}

function ownData(holder: NoteHolder, keys: InstitutionKeys): OwnData {
  const { id: petitionId, institutionId } = holder;
  const opener = new CardOpener({ wrappedKey: Buffer.from(holder.wrappedKey) }, { keys, institutionId, petitionId });
  return {
    name: opener.open('name', holder.nameSealed ?? null),
    idNumber: opener.open('id_number', holder.idNumberSealed ?? null),
    phone: opener.open('phone', holder.phoneSealed ?? null),
    address: opener.open('address', holder.addressSealed ?? null),
  };
}
