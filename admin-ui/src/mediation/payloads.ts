/** Types of the mediation without an id: embedded in what they came with. */
export const MEDIATION_PAYLOADS = [
  'DisputeFieldFigure',
  'FeedbackCount',
  'FeedbackSettingPayload',
  'MediationFeedback',
  'PartnerImport',
  'PartnerImportRow',
  'RepresentationPayload',
  'MediationFigure',
  'MediationReport',
  'MediatorPayload',
  'PartnerFigure',
  'PartnerPayload',
  'PartyAttendance',
  'PartyNotice',
  'ReferralPayload',
  'SharedParty',
  'SharedView',
  'Waiting',
] as const;

/** Mutations after which a list of referrals holds another one, or one less. */
export const REFERRAL_MUTATIONS = [
  'proposeReferral',
  'recordConsent',
  'withdrawConsent',
  'acceptReferral',
  'declineReferral',
  'cancelReferral',
  'replaceMediator',
  'failMediation',
  'completeReferral',
  'declareBreach',
  'concludeAgreement',
] as const;
