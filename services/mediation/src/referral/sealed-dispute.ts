import { type InstitutionKeys, newDataKey, seal, unseal } from '@everyletter/kit/sealing';

/** The columns of `referral` that hold what the dispute is about. */
export interface SealedDispute {
  readonly wrappedKey: Buffer;
  readonly disputeSealed: Buffer;
}

/** Where it lives: its key is bound to the referral. */
export interface ReferralPlace {
  readonly keys: InstitutionKeys;
  readonly institutionId: string;
  readonly referralId: string;
}

/** Under a key of this referral's own, itself wrapped by the institution's. */
export function sealDispute(dispute: string, { keys, institutionId, referralId }: ReferralPlace): SealedDispute {
  const dataKey = newDataKey();
  return {
    wrappedKey: keys.wrap(dataKey, institutionId, referralId),
    disputeSealed: seal(dispute, dataKey, placeOf(referralId)),
  };
}

/** Fails for a text or a key that was moved here from another referral. */
export function openDispute(
  { wrappedKey, disputeSealed }: { readonly wrappedKey: Uint8Array; readonly disputeSealed: Uint8Array },
  { keys, institutionId, referralId }: ReferralPlace,
): string {
  return unseal(Buffer.from(disputeSealed), keys.unwrap(wrappedKey, institutionId, referralId), placeOf(referralId));
}

function placeOf(referralId: string): string {
  return `referral.dispute:${referralId}`;
}
