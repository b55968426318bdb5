/** Types of the mediation without an id: embedded in what they came with. */
export const MEDIATION_PAYLOADS = ['ReferralPayload', 'SharedParty', 'SharedView', 'Waiting'] as const;

/** Mutations after which a list of referrals holds another one, or one less. */
export const REFERRAL_MUTATIONS = [
  'proposeReferral',
  'recordConsent',
  'withdrawConsent',
  'acceptReferral',
  'declineReferral',
  'cancelReferral',
] as const;
