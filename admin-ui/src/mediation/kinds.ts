import type { ValuesOf } from '../graphql/enum-values.ts';

export type ReferralState = ValuesOf<'ReferralState'>;
export type ReferralSubject = ValuesOf<'ReferralSubject'>;
export type DisputeField = ValuesOf<'DisputeField'>;
export type SharedField = ValuesOf<'SharedField'>;
export type ConsentForm = ValuesOf<'ConsentForm'>;
export type DeclineReason = ValuesOf<'DeclineReason'>;

export const REFERRAL_SUBJECTS = ['CIVIL_DISPUTE', 'COMPENSATION'] as const satisfies readonly ReferralSubject[];

export const DISPUTE_FIELDS = [
  'NEIGHBOURS',
  'FAMILY',
  'LABOUR',
  'CONTRACT',
  'INJURY',
  'MEDICAL',
  'TRAFFIC',
  'PROPERTY',
  'COMPENSATION',
  'OTHER',
] as const satisfies readonly DisputeField[];

export const SHARED_FIELDS = [
  'DISPUTE',
  'BACKGROUND',
  'REQUEST',
  'NAMES',
  'PHONES',
  'ADDRESSES',
  'DOCUMENTS',
] as const satisfies readonly SharedField[];

export const CONSENT_FORMS = ['WRITTEN', 'RECORDED_TALK', 'ONLINE'] as const satisfies readonly ConsentForm[];

export const DECLINE_REASONS = [
  'NOT_OUR_FIELD',
  'NO_CAPACITY',
  'CONFLICT_OF_INTEREST',
  'NOT_MEDIABLE',
  'TOO_LITTLE_KNOWN',
  'OTHER',
] as const satisfies readonly DeclineReason[];

/** Tabs of the list, by what they hold. */
export const REFERRAL_VIEWS = {
  OPEN: ['PROPOSED', 'CONSENTED', 'ACCEPTED', 'AGREED'],
  ENDED: ['PERFORMED', 'FAILED', 'BREACHED', 'DECLINED', 'EXPIRED', 'REFUSED', 'WITHDRAWN', 'CANCELLED'],
  ALL: [],
} as const satisfies Record<string, readonly ReferralState[]>;
export type ReferralView = keyof typeof REFERRAL_VIEWS;
