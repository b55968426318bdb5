import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';
import { ROLES, type Role } from '@everyletter/kit/viewer';
import { alikePolicy } from './alike/alike.policy-rows.ts';
import { attachmentPolicy } from './attachment/attachment.policy-rows.ts';
import { materialsPolicy } from './materials-request/materials-request.policy-rows.ts';
import { recusalPolicy } from './recusal/recusal.policy-rows.ts';
import { registrationPolicy } from './registration/registration.policy-rows.ts';
import { triageDeskPolicy } from './triage-desk/triage-desk.policy-rows.ts';
import { triageRulePolicy } from './triage-rule/triage-rule.policy-rows.ts';

/** Those who work on petitions. The three administrators, outside people and reporters read no letter. */
const DESK: readonly Role[] = ['CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER'];
const everyone: PolicyRow = [allow(ROLES)];
export const desk: PolicyRow = [allow(DESK)];
/** Counts, never a petition; to those outside the desk small ones are withheld. */
const reporting: PolicyRow = [allow([...DESK, 'REPORTER', 'AUDITOR'])];

/** Those who take letters in: they alone see a ledger before it is registered. */
export const intake: PolicyRow = [allow(['CLERK', 'DEPARTMENT_HEAD'])];

const rows = (type: string, row: PolicyRow, fields: string): PolicyTable =>
  Object.fromEntries(fields.split(' ').map((field) => [`${type}.${field}`, row]));

/** Beneath these, row-level security keeps to the institution and, for the desk, to the viewer's departments. */
export const petitionsPolicy: PolicyTable = {
  ...registrationPolicy,
  ...attachmentPolicy,
  ...alikePolicy,
  ...materialsPolicy,
  ...recusalPolicy,
  ...triageDeskPolicy,
  ...triageRulePolicy,
  'Query.petition': desk,
  'Query.worklist': desk,
  'Query.worklistCounts': desk,
  'Query.savedViews': desk,
  'Mutation.saveView': desk,
  'Mutation.removeView': desk,
  'SavedViewsPayload.savedViews': desk,
  ...rows('SavedView', desk, 'id name version listQuery count owner sharedWith viewerCanRemove'),
  'Query.timeLimit': everyone,
  'Query.figureDefinitions': everyone,
  'Mutation.triagePetition': desk,
  'Mutation.assignPetition': desk,
  'Mutation.recordArchiveSearch': desk,
  'Mutation.recordContactAttempt': desk,
  'Mutation.revealPetitioner': desk,
  'PetitionPayload.petition': desk,
  'Query.replyTemplates': desk,
  'Mutation.draftReply': desk,
  'Mutation.editReply': desk,
  'Mutation.submitReply': desk,
  'Mutation.approveReply': desk,
  'Mutation.sendBackReply': desk,
  'Mutation.dispatchReply': desk,
  Reply: desk,
  ...rows('ReplyPayload', desk, 'reply petition'),
  ...rows('Reply', desk, 'id petition kind state version templateId fields body checks means author approvedBy'),
  ...rows('Reply', desk, 'sentBackReason letterNumber verificationCode dispatchedOn letterPath'),
  ...rows('Reply', desk, 'viewerCanEdit viewerCanApprove viewerCanDispatch'),
  ...rows('ReplyTemplate', desk, 'id kind name body requiredFields'),
  ...rows('ReplyFieldSpec', desk, 'key label required'),
  ...rows('ReplyField', desk, 'key value'),
  ...rows('ReplyCheck', desk, 'code passed words'),
  ...rows('Petition', desk, 'replies viewerCanReply viewerCanApproveReply'),
  'Query.ledgerImport': intake,
  'Query.ledgerImports': intake,
  'Mutation.applyLedgerImport': intake,
  'Mutation.discardLedgerImport': intake,
  Petition: desk,
  Matter: desk,
  ...rows('Petition', desk, 'id number version channel category subject receivedOn registeredAt identityKind state'),
  ...rows('Petition', desk, 'disposition track representativeCount institution receivingDepartment handlingDepartment'),
  ...rows('Petition', desk, 'handler matter petitioner proceduralClock substantiveClock timeline'),
  ...rows('Petition', desk, 'trackReason repeatOf clocks superiorOrder nextAction archiveSearches contactAttempts'),
  ...rows('Petition', desk, 'viewerCanTriage peopleCount triageTargetOn transferredFrom escalatedOn'),
  ...rows('Matter', desk, 'id subject state openedOn petitions substantiveClock followUpClock'),
  ...rows('SuperiorOrder', desk, 'from reportBackDueOn clock'),
  ...rows('NextAction', desk, 'kind dueOn words'),
  ...rows('ArchiveSearch', desk, 'id archives yearFrom yearTo finding note searchedOn searchedBy'),
  ...rows('ContactAttempt', desk, 'id channel outcome attemptedOn officers minutes record suggestedNext'),
  ...rows('Petitioner', desk, 'name idNumber phone address anonymous'),
  ...rows('RevealPayload', desk, 'petitionId name idNumber phone address body representatives auditEntryId'),
  ...rows('TimelineEntry', desk, 'id kind at on actor assignedTo assignee words detail'),
  ...rows('Clock', desk, 'kind startedOn dueOn targetOn provisional stoppedOn state totalDays remainingDays ticks'),
  ...rows('Clock', desk, 'usedTicks label policyVersion calendarVersion steps name owner events'),
  'Query.extensions': desk,
  'Mutation.requestExtension': desk,
  'Mutation.approveExtension': desk,
  'Mutation.refuseExtension': desk,
  'Mutation.withdrawExtension': desk,
  Extension: desk,
  ...rows('Extension', desk, 'id version months state dueOnBefore dueOnAfter requestedOn decidedOn petition reason'),
  ...rows('Extension', desk, 'papers decisionReason requestedBy decidedBy notice viewerCanDecide viewerCanWithdraw'),
  ...rows('ExtensionConnection', desk, 'edges pageInfo totalCount'),
  ...rows('ExtensionEdge', desk, 'node cursor'),
  ...rows('ExtensionPayload', desk, 'extension petition'),
  ...rows('Petition', desk, 'extensions extensionMonthsToAskFor'),
  ...rows('ClockEvent', desk, 'type on months dueOn recordedAt recordedBy policyVersion calendarVersion'),
  ...rows('PetitionConnection', desk, 'edges pageInfo totalCount'),
  ...rows('PetitionEdge', desk, 'node cursor'),
  ...rows('LedgerImport', intake, 'id fileName encoding state createdAt createdBy totalRows doneRows appliedRows'),
  ...rows('LedgerImport', intake, 'counts rows reportPath failureCode'),
  ...rows('LedgerOutcomeCount', intake, 'outcome count'),
  ...rows('LedgerRowConnection', intake, 'edges pageInfo totalCount'),
  ...rows('LedgerRowEdge', intake, 'node cursor'),
  ...rows('LedgerRow', intake, 'line serial outcome receivedOn channel subject petitionerName remarks petition'),
  ...rows('LedgerRemark', intake, 'level code column words'),
  ...rows('LedgerImportPayload', intake, 'ledgerImport'),
  ...rows('WorklistCounts', desk, 'all dueToday dueSoon overdue untriaged mine answered'),
  ...rows('PageInfo', everyone, 'hasNextPage endCursor'),
  ...rows('TimeLimit', everyone, 'kind receivedOn dueOn targetOn provisional policyVersion calendarVersion'),
  ...rows('TimeLimit', everyone, 'legalBasis steps'),
  ...rows('Phrase', everyone, 'zh en'),
  Institution: everyone,
  FigureDefinition: everyone,
  'Institution.petitionReport': reporting,
  ...rows('PetitionReport', reporting, 'period policyVersion received receivedByChannel receivedByCategory procedural'),
  ...rows('PetitionReport', reporting, 'substantive overdueNow trend ageing'),
  ...rows('Figure', reporting, 'definition value listQuery'),
  ...rows('ChannelFigure', reporting, 'channel value listQuery'),
  ...rows('CategoryFigure', reporting, 'category value listQuery'),
  ...rows('RateFigure', reporting, 'definition numerator strictDenominator reachableNumerator reachableDenominator'),
  ...rows('RateFigure', reporting, 'strictRate reachableRate listQuery missedListQuery'),
  ...rows('MonthFigure', reporting, 'month received proceduralInTime substantiveInTime'),
  ...rows('AgeingFigure', reporting, 'bucket value listQuery'),
  ...rows('FigureDefinition', everyone, 'code name words'),
  ...rows('Period', everyone, 'from to'),
  ...rows('Institution', everyone, 'id'),
  ...rows('Department', everyone, 'id'),
  Staff: [allow(ROLES)],
  ...rows('Staff', everyone, 'id'),
  'Staff.openPetitionCount': [allow(['SYSTEM_ADMINISTRATOR', 'DEPARTMENT_HEAD', 'LEADER'])],
};
