/** How it reached the office. */
export const Channel = {
  LETTER: 'LETTER',
  ONLINE: 'ONLINE',
  VISIT: 'VISIT',
  PHONE: 'PHONE',
  FAX: 'FAX',
  SUPERIOR_ASSIGNED: 'SUPERIOR_ASSIGNED',
  TRANSFERRED_IN: 'TRANSFERRED_IN',
} as const;
export type Channel = (typeof Channel)[keyof typeof Channel];

/** What it asks for. Source: the list of 12309 and the categories in use. */
export const Category = {
  ACCUSATION: 'ACCUSATION',
  REPORT: 'REPORT',
  CRIMINAL_APPEAL: 'CRIMINAL_APPEAL',
  CIVIL_SUPERVISION: 'CIVIL_SUPERVISION',
  ADMINISTRATIVE_SUPERVISION: 'ADMINISTRATIVE_SUPERVISION',
  STATE_COMPENSATION: 'STATE_COMPENSATION',
  JUDICIAL_ASSISTANCE: 'JUDICIAL_ASSISTANCE',
  PUBLIC_INTEREST_CLUE: 'PUBLIC_INTEREST_CLUE',
  STAFF_MISCONDUCT: 'STAFF_MISCONDUCT',
  SUGGESTION: 'SUGGESTION',
  LEGAL_CONSULTATION: 'LEGAL_CONSULTATION',
  OTHER: 'OTHER',
} as const;
export type Category = (typeof Category)[keyof typeof Category];

export const IdentityKind = { REAL_NAME: 'REAL_NAME', ANONYMOUS: 'ANONYMOUS', PSEUDONYMOUS: 'PSEUDONYMOUS' } as const;
export type IdentityKind = (typeof IdentityKind)[keyof typeof IdentityKind];

/** The five fast tracks (五快). */
export const Track = {
  CLEAR_NATURE: 'CLEAR_NATURE',
  HARD_TO_CLASSIFY: 'HARD_TO_CLASSIFY',
  REAL_NAME: 'REAL_NAME',
  SUPERIOR_ASSIGNED: 'SUPERIOR_ASSIGNED',
  RESULT_READY: 'RESULT_READY',
} as const;
export type Track = (typeof Track)[keyof typeof Track];
