export const OrganisationKind = {
  PEOPLES_MEDIATION_COMMITTEE: 'PEOPLES_MEDIATION_COMMITTEE',
  INDUSTRY_ASSOCIATION: 'INDUSTRY_ASSOCIATION',
  PUBLIC_INTEREST_ASSOCIATION: 'PUBLIC_INTEREST_ASSOCIATION',
  NOTARY: 'NOTARY',
} as const;
export type OrganisationKind = (typeof OrganisationKind)[keyof typeof OrganisationKind];

/** Kinds of dispute a partner works on. */
export const DisputeField = {
  NEIGHBOURS: 'NEIGHBOURS',
  FAMILY: 'FAMILY',
  LABOUR: 'LABOUR',
  CONTRACT: 'CONTRACT',
  INJURY: 'INJURY',
  MEDICAL: 'MEDICAL',
  TRAFFIC: 'TRAFFIC',
  PROPERTY: 'PROPERTY',
  COMPENSATION: 'COMPENSATION',
  OTHER: 'OTHER',
} as const;
export type DisputeField = (typeof DisputeField)[keyof typeof DisputeField];
