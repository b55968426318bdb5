import type { FigureCode } from './figures.ts';

/** Days and outcome of one referral, without words. */
export interface ReferralFact {
  readonly organisationId: string;
  readonly field: string;
  readonly state: string;
  readonly acceptedOn: string | null;
  readonly endsOn: string | null;
  readonly effectiveOn: string | null;
  readonly confirmedOn: string | null;
  readonly consentRefused: boolean;
}

const COUNTS: Readonly<Record<FigureCode, (fact: ReferralFact) => boolean>> = {
  REFERRED: () => true,
  CONSENT_REFUSED: ({ consentRefused }) => consentRefused,
  ACCEPTED: ({ acceptedOn }) => acceptedOn !== null,
  IN_TIME: ({ effectiveOn, endsOn }) => effectiveOn !== null && endsOn !== null && effectiveOn <= endsOn,
  AGREED: ({ effectiveOn }) => effectiveOn !== null,
  PERFORMED: ({ state }) => state === 'PERFORMED',
  CONFIRMED: ({ confirmedOn }) => confirmedOn !== null,
  WITHDRAWN: ({ state }) => state === 'WITHDRAWN',
};

export function countOf(code: FigureCode, facts: readonly ReferralFact[]): number {
  return facts.filter(COUNTS[code]).length;
}
