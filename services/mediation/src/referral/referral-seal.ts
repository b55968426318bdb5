import { type InstitutionKeys, newDataKey, type SealingKey, seal, unseal } from '@everyletter/kit/sealing';

/** The row whose own data key it is, wrapped by the institution's key and bound to the row. */
export interface SealHolder {
  readonly id: string;
  readonly institutionId: string;
  readonly wrappedKey: Uint8Array;
}

/** Seals and opens what office and partner share of one referral. `place` is `table.column:id`. */
export class ReferralSeal {
  private constructor(private readonly dataKey: SealingKey) {}

  static fresh({ id, institutionId }: Omit<SealHolder, 'wrappedKey'>, keys: InstitutionKeys) {
    const dataKey = newDataKey();
    return { seal: new ReferralSeal(dataKey), wrappedKey: keys.wrap(dataKey, institutionId, id) };
  }

  /** Fails for a key that was moved here from another referral. */
  static of({ id, institutionId, wrappedKey }: SealHolder, keys: InstitutionKeys): ReferralSeal {
    return new ReferralSeal(keys.unwrap(wrappedKey, institutionId, id));
  }

  seal(text: string, place: string): Buffer {
    return seal(text, this.dataKey, place);
  }

  open(sealed: Uint8Array, place: string): string {
    return unseal(Buffer.from(sealed), this.dataKey, place);
  }

  sealIfAny(text: string | null, place: string): Buffer | null {
    return text === null ? null : this.seal(text, place);
  }

  openIfAny(sealed: Uint8Array | null | undefined, place: string): string | null {
    return sealed == null ? null : this.open(sealed, place);
  }
}

/** Columns of `referral` that are sealed. */
export const placeOf = (column: 'dispute' | 'background' | 'request' | 'reason', referralId: string): string =>
  `referral.${column}:${referralId}`;
