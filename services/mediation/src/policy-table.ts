import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';
import { ROLES, type Role } from '@everyletter/kit/viewer';

const everyone: PolicyRow = [allow(ROLES)];
/** With whom the office works: colleagues; and a mediator, whom row-level security shows only their own organisation. */
const OFFICE: readonly Role[] = ROLES.filter((role) => role !== 'DUTY_LAWYER');
const partners: PolicyRow = [allow(OFFICE)];
/** What was referred: those who work on petitions, and the mediator it was referred to. */
const party: PolicyRow = [allow(['CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER', 'MEDIATOR'])];

const rows = (type: string, row: PolicyRow, fields: string): PolicyTable =>
  Object.fromEntries(fields.split(' ').map((field) => [`${type}.${field}`, row]));

/** Beneath these, row-level security keeps to the institution, the department, and the partner after consent. */
export const mediationPolicy: PolicyTable = {
  'Query.partnerOrganisations': partners,
  'Query.partnerOrganisation': partners,
  'Query.referrals': party,
  PartnerOrganisation: partners,
  Mediator: partners,
  Referral: party,
  Matter: party,
  Institution: everyone,
  ...rows('PartnerOrganisation', partners, 'id name kind isLawfulMediationBody institution mediators'),
  ...rows('Mediator', partners, 'id name organisation'),
  ...rows('Referral', party, 'id matter organisation state dispute proposedOn'),
  ...rows('ReferralConnection', party, 'edges pageInfo totalCount'),
  ...rows('ReferralEdge', party, 'node cursor'),
  ...rows('PageInfo', everyone, 'hasNextPage endCursor'),
  ...rows('Matter', party, 'id referrals'),
  'Institution.id': everyone,
  'Institution.partnerOrganisations': partners,
};
