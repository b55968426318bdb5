export const Specialty = {
  CRIMINAL: 'CRIMINAL',
  CIVIL: 'CIVIL',
  ADMINISTRATIVE: 'ADMINISTRATIVE',
  LABOUR: 'LABOUR',
  FAMILY: 'FAMILY',
  ENTERPRISE: 'ENTERPRISE',
  STATE_COMPENSATION: 'STATE_COMPENSATION',
} as const;
export type Specialty = (typeof Specialty)[keyof typeof Specialty];

/** Who sends a lawyer. Source: 法发〔2017〕8号; 法律援助法. */
export const Sponsor = {
  LEGAL_AID_AGENCY: 'LEGAL_AID_AGENCY',
  BAR_ASSOCIATION: 'BAR_ASSOCIATION',
  LAW_FIRM_CONTRACT: 'LAW_FIRM_CONTRACT',
} as const;
export type Sponsor = (typeof Sponsor)[keyof typeof Sponsor];

/** What a petitioner may need to be spoken to in. */
export const Language = {
  MANDARIN: 'MANDARIN',
  CANTONESE: 'CANTONESE',
  UYGHUR: 'UYGHUR',
  TIBETAN: 'TIBETAN',
  MONGOLIAN: 'MONGOLIAN',
  KAZAKH: 'KAZAKH',
  KOREAN: 'KOREAN',
  ZHUANG: 'ZHUANG',
  YI: 'YI',
  ENGLISH: 'ENGLISH',
  SIGN_LANGUAGE: 'SIGN_LANGUAGE',
} as const;
export type Language = (typeof Language)[keyof typeof Language];
