import { type InstitutionKeys, newDataKey, type SealingKey, seal, unseal } from '@everyletter/kit/sealing';

/** Personal data of one petition, in clear: only ever in memory, on its way in or behind an audited reveal. */
export interface PetitionerCard {
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
  /** By which it is found, where that is not the phone as written. */
  readonly phoneDigits?: string | null;
  readonly address: string | null;
  readonly body: string | null;
  readonly representatives: readonly string[];
}

/** The columns of `petition` that hold a card. */
export interface SealedCard {
  readonly wrappedKey: Buffer;
  readonly nameSealed: Buffer | null;
  readonly idNumberSealed: Buffer | null;
  readonly phoneSealed: Buffer | null;
  readonly addressSealed: Buffer | null;
  readonly bodySealed: Buffer | null;
  readonly representativesSealed: Buffer | null;
  readonly idNumberIndex: Buffer | null;
  readonly phoneIndex: Buffer | null;
  readonly namePairs: number[];
}

/** Where a card lives: its key is bound to the petition, its indexes to the institution. */
export interface CardPlace {
  readonly keys: InstitutionKeys;
  readonly institutionId: string;
  readonly petitionId: string;
}

/** `idNumberSound`: a number whose checksum fails is kept but never indexed, so that it matches nobody. */
export function sealCard(card: PetitionerCard, place: CardPlace, idNumberSound: boolean): SealedCard {
  const { keys, institutionId, petitionId } = place;
  const dataKey = newDataKey();
  const sealed = (column: string, value: string | null) =>
    value === null ? null : seal(value, dataKey, `petition.${column}:${petitionId}`);
  const { phoneDigits = card.phone } = card;
  const representatives = card.representatives.length > 0 ? JSON.stringify(card.representatives) : null;
  return {
    wrappedKey: keys.wrap(dataKey, institutionId, petitionId),
    nameSealed: sealed('name', card.name),
    idNumberSealed: sealed('id_number', card.idNumber),
    phoneSealed: sealed('phone', card.phone),
    addressSealed: sealed('address', card.address),
    bodySealed: sealed('body', card.body),
    representativesSealed: sealed('representatives', representatives),
    idNumberIndex: card.idNumber && idNumberSound ? keys.blindIndex(card.idNumber, institutionId, 'id_number') : null,
    phoneIndex: phoneDigits ? keys.blindIndex(phoneDigits, institutionId, 'phone') : null,
    namePairs: card.name ? keys.blindPairs(card.name, institutionId, 'name') : [],
  };
}

/** Opens single columns of a card; the data key is unwrapped once and on first use. */
export class CardOpener {
  private dataKey: SealingKey | undefined;

  constructor(
    private readonly card: Pick<SealedCard, 'wrappedKey'>,
    private readonly place: CardPlace,
  ) {}

  open(column: string, sealed: Uint8Array | null): string | null {
    if (sealed === null) return null;
    const { keys, institutionId, petitionId } = this.place;
    this.dataKey ??= keys.unwrap(this.card.wrappedKey, institutionId, petitionId);
    return unseal(sealed, this.dataKey, `petition.${column}:${petitionId}`);
  }
}
