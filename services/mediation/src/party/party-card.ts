import type { ReferralSeal } from '../referral/referral-seal.ts';

/** Who a party is and how to reach them. */
export interface PartyCard {
  readonly name: string;
  readonly phone: string | null;
  readonly address: string | null;
}

export function sealCard(card: PartyCard, partyId: string, seal: ReferralSeal): Buffer {
  return seal.seal(JSON.stringify(card), placeOf(partyId));
}

export function openCard({ id, cardSealed }: { id: string; cardSealed: Uint8Array }, seal: ReferralSeal): PartyCard {
  return JSON.parse(seal.open(cardSealed, placeOf(id))) as PartyCard;
}

const placeOf = (partyId: string) => `party.card:${partyId}`;
