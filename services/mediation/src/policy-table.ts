import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';
import { ROLES, type Role } from '@everyletter/kit/viewer';

const everyone: PolicyRow = [allow(ROLES)];
/** With whom the office works: colleagues; and a mediator, whom row-level security shows only their own organisation. */
const OFFICE: readonly Role[] = ROLES.filter((role) => role !== 'DUTY_LAWYER');
const partners: PolicyRow = [allow(OFFICE)];
/** Those who work on petitions. */
const DESK: readonly Role[] = ['CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER'];
/** What was referred: the desk, and the mediator it was referred to. */
export const party: PolicyRow = [allow([...DESK, 'MEDIATOR'])];
/** Where a referral came from is the office's own. */
export const desk: PolicyRow = [allow(DESK)];
/** Who proposes, asks the parties and withdraws for them. */
export const clerks: PolicyRow = [allow(['CLERK', 'HANDLER', 'DEPARTMENT_HEAD'])];
export const mediators: PolicyRow = [allow(['MEDIATOR'])];

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
  ...rows('Referral', desk, 'matter earlier declineReason declineNote failureReason'),
  ...rows('ReferralConnection', party, 'edges pageInfo totalCount'),
  ...rows('ReferralEdge', party, 'node cursor'),
  ...rows('ReferralPayload', party, 'referral'),
  ...rows('SharedView', party, 'dispute background request parties'),
  ...rows('SharedParty', party, 'side number name phone address'),
  ...rows('Waiting', party, 'kind until'),
  ...rows('Party', party, 'id side number name phone consent mediatorAnswer extensionAnswer consents'),
  ...rows('Consent', party, 'id subject answer form answeredAt recordedAt scope until'),
  'Query.referral': party,
  'Query.referrals': party,
  ...rows('Mutation', clerks, 'proposeReferral changeSharing recordConsent cancelReferral'),
  ...rows('Mutation', mediators, 'acceptReferral declineReferral'),
  'Mutation.withdrawConsent': [...clerks, ...mediators],
};

/** What is said in a mediation is for whoever mediates; no role of the office stands here. */
const room: PolicyTable = {
  ...rows('Referral', mediators, 'disclosures sessions notes offers'),
  'Party.objection': mediators,
  ...rows('Disclosure', mediators, 'id nature text disclosedOn'),
  ...rows('MediationSession', mediators, 'id version kind state startsAt minutes place record attendance notices'),
  ...rows('PartyAttendance', mediators, 'partyId attendance'),
  ...rows('PartyNotice', mediators, 'partyId means at'),
  ...rows('MediationNote', mediators, 'id side text writtenAt'),
  ...rows('Offer', mediators, 'id number side content followsId madeOn answer answeredOn'),
  ...rows(
    'Mutation',
    mediators,
    `discloseInterest recordMediatorAnswer replaceMediator planSession moveSession cancelSession noteNotice recordSession writeNote
     makeOffer answerOffer recordExtensionAnswer draftAgreement concludeAgreement applyForConfirmation
     recordConfirmation recordPerformance completeReferral declareBreach failMediation`,
  ),
};

/** The outcome, which the office receives: row-level security keeps drafts and proofs from it. */
const outcome: PolicyTable = {
  ...rows('Referral', party, 'agreement documents reminders'),
  ...rows('MediationReminder', party, 'id kind dueOn madeAt'),
  ...rows(
    'Agreement',
    party,
    `id version draftedOn facts dispute content items signedOn effectiveOn confirmationDueOn confirmationAppliedOn
     confirmationCourt confirmedOn confirmationRefusedOn`,
  ),
  ...rows('PerformanceItem', party, 'id number what dueOn performedOn'),
  ...rows('ReferralDocument', party, 'id kind itemId name mediaType bytes addedAt path'),
};

/** Counts: reporters read none that is small, a mediator their own partner's. */
const counts: PolicyRow = [allow([...DESK, 'REPORTER', 'MEDIATOR'])];
const report: PolicyTable = {
  'Institution.mediationReport': counts,
  ...rows('MediationReport', counts, 'from to figures byPartner byField smallestCell'),
  ...rows('MediationFigure', counts, 'code name words value'),
  ...rows('PartnerFigure', counts, 'organisation referred agreed performed'),
  ...rows('DisputeFieldFigure', counts, 'field referred agreed performed'),
  'MediationReport.feedback': counts,
  ...rows('MediationFeedback', counts, 'asked answers byGrade feltFree smallestCell viewerCanChange'),
  ...rows('FeedbackCount', counts, 'grade count'),
  'Party.viewerCanRecordFeedback': party,
  'Mutation.recordFeedback': clerks,
  'Mutation.askForFeedback': [allow(['DEPARTMENT_HEAD'])],
  'FeedbackSettingPayload.asked': [allow(['DEPARTMENT_HEAD'])],
  ...rows('Phrase', everyone, 'zh en'),
};

const saving: PolicyTable = {
  'Query.viewerCanAddPartner': partners,
  'Mutation.savePartner': [allow(['DEPARTMENT_HEAD'])],
  'Mutation.importPartners': [allow(['DEPARTMENT_HEAD'])],
  ...rows('PartnerImport', [allow(['DEPARTMENT_HEAD'])], 'rows unknownTitles'),
  ...rows('PartnerImportRow', [allow(['DEPARTMENT_HEAD'])], 'line name outcome code field'),
  'Mutation.saveMediator': [allow(['DEPARTMENT_HEAD', 'MEDIATOR'])],
  ...rows('PartnerPayload', partners, 'organisation'),
  ...rows('MediatorPayload', partners, 'mediator'),
  ...rows(
    'PartnerOrganisation',
    partners,
    'version agreementNumber agreementFrom agreementUntil openLimit openCases viewerCanSave viewerCanSaveMediators',
  ),
  ...rows('Mediator', partners, 'version isAdministrator accreditation fields languages openCases'),
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
  ...room,
  ...outcome,
  ...report,
  ...saving,
  ...rows('PageInfo', everyone, 'hasNextPage endCursor'),
  ...rows('Matter', desk, 'id referrals'),
  'Institution.id': everyone,
  'Institution.partnerOrganisations': partners,
};
