import { Mediation } from './0001-mediation.ts';
import { ReferralWithConsent } from './0010-referral-with-consent.ts';

/** In the order they run. */
export const migrations = [
  { name: '0001-mediation', class: Mediation },
  { name: '0010-referral-with-consent', class: ReferralWithConsent },
] as const;
