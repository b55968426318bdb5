import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';
import { ROLES, type Role } from '@everyletter/kit/viewer';

const everyone: PolicyRow = [allow(ROLES)];
/** With whom the office works: colleagues; and a mediator, whom row-level security shows only their own organisation. */
const OFFICE: readonly Role[] = ROLES.filter((role) => role !== 'DUTY_LAWYER');
const partners: PolicyRow = [allow(OFFICE)];
/** Those who work on petitions. */
const DESK: readonly Role[] = ['CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER'];
/** What was referred: the desk, and the mediator it was referred to. */
const party: PolicyRow = [allow([...DESK, 'MEDIATOR'])];
/** Where a referral came from is the office's own. */
const desk: PolicyRow = [allow(DESK)];
/** Who proposes, asks the parties and withdraws for them. */
const clerks: PolicyRow = [allow(['CLERK', 'HANDLER', 'DEPARTMENT_HEAD'])];
const mediators: PolicyRow = [allow(['MEDIATOR'])];

const rows = (type: string, row: PolicyRow, fields: string): PolicyTable =>
  Object.fromEntries(
    fields
      .trim()
      .split(/\s+/)
      .map((field) => [`${type}.${field}`, row]),
  );

const referral: PolicyTable = {
  Referral: party,
  ...rows(
    'Referral',
    party,
    `id version state subject field dispute sharedFields shared parties organisation mediator proposedOn consentedOn
     answerDueOn acceptedOn endsOn extensions endedOn waiting viewerCommands`,
  ),
  ...rows('Referral', desk, 'matter earlier declineReason declineNote'),
  ...rows('ReferralConnection', party, 'edges pageInfo totalCount'),
  ...rows('ReferralEdge', party, 'node cursor'),
  ...rows('ReferralPayload', party, 'referral'),
  ...rows('SharedView', party, 'dispute background request parties'),
  ...rows('SharedParty', party, 'side number name phone address'),
  ...rows('Waiting', party, 'kind until'),
  ...rows('Party', party, 'id side number name phone consent consents'),
  ...rows('Consent', party, 'id subject answer form answeredAt recordedAt scope until'),
  'Query.referral': party,
  'Query.referrals': party,
  ...rows('Mutation', clerks, 'proposeReferral changeSharing recordConsent cancelReferral'),
  ...rows('Mutation', mediators, 'acceptReferral declineReferral'),
  'Mutation.withdrawConsent': [...clerks, ...mediators],
};

/** Beneath these, row-level security keeps to the institution, the department, and the partner after consent. */
export const mediationPolicy: PolicyTable = {
  'Query.partnerOrganisations': partners,
  'Query.partnerOrganisation': partners,
  PartnerOrganisation: partners,
  Mediator: partners,
  Matter: desk,
  Institution: everyone,
  ...rows('PartnerOrganisation', partners, 'id name kind isLawfulMediationBody institution mediators active fields'),
  ...rows('Mediator', partners, 'id name organisation active'),
  ...referral,
  ...rows('PageInfo', everyone, 'hasNextPage endCursor'),
  ...rows('Matter', desk, 'id referrals'),
  'Institution.id': everyone,
  'Institution.partnerOrganisations': partners,
};
