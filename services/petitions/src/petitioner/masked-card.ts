import type { InstitutionKeys } from '@everyletter/kit/sealing';
import type { Petition } from '../petition/petition.entity.ts';
import { maskAddress, maskIdNumber, maskName, maskPhone } from './rules/masking.ts';
import { CardOpener } from './sealed-card.ts';

/** The card as the API shows it: opened, masked at once, and the clear text dropped. */
export interface MaskedCard {
  readonly name: string;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly anonymous: boolean;
}

export function maskedCard(petition: Petition, keys: InstitutionKeys): MaskedCard {
  const place = { keys, institutionId: petition.institutionId, petitionId: petition.id };
  const opener = new CardOpener({ wrappedKey: Buffer.from(petition.wrappedKey) }, place);
  const masked = (column: string, sealed: Uint8Array | null | undefined, mask: (plain: string) => string) => {
    const plain = opener.open(column, sealed ?? null);
    return plain === null ? null : mask(plain);
  };
  return {
    name: masked('name', petition.nameSealed, maskName) ?? '',
    idNumber: masked('id_number', petition.idNumberSealed, maskIdNumber),
    phone: masked('phone', petition.phoneSealed, maskPhone),
    address: masked('address', petition.addressSealed, maskAddress),
    anonymous: petition.identityKind === 'ANONYMOUS',
  };
}
