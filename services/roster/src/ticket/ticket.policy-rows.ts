import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';
import { rows } from '../rota-plan/rota.policy-rows.ts';

/** Who receives visitors and works on what they bring. */
const desk: PolicyRow = [allow(['CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER'])];
/** Also those who keep the rota: they must know who is to be told, never in clear. */
const reception: PolicyRow = [allow(['CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER', 'ROTA_ADMINISTRATOR'])];
/** Counts of our own work. */
const reporting: PolicyRow = [
  allow(['CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER', 'ROTA_ADMINISTRATOR', 'REPORTER', 'AUDITOR']),
];
const substituting: PolicyRow = [allow(['ROTA_ADMINISTRATOR', 'CLERK'])];
const telling: PolicyRow = [allow(['CLERK'])];

export const ticketPolicy = (everyone: PolicyRow): PolicyTable => ({
  ReceptionTicket: reception,
  'Query.receptionDay': reception,
  Petition: desk,
  ...rows('Petition', desk, 'id receptionTickets'),
  'Query.rotaNotices': reception,
  'Mutation.markRotaNoticesSeen': reception,
  'RotaNoticesPayload.rotaNotices': reception,
  ...rows('RotaNotice', reception, 'id kind date halfDay at seenAt'),
  'Institution.receptionReport': reporting,
  ...rows('ReceptionReport', reporting, 'period legalBasis sessionsHeld visitorsBooked visitorsReceived'),
  ...rows('ReceptionReport', reporting, 'leadersCompliant keyHalfDaysCovered leaders keyPeriods'),
  ...rows('ReceptionFigure', reporting, 'definition value of'),
  ...rows('ReceptionFigureDefinition', reporting, 'code name words'),
  ...rows('LeaderCompliance', reporting, 'leaderId held heldThisYear plannedThisYear minimum leader'),
  ...rows('KeyPeriodCoverage', reporting, 'keyPeriodId required covered keyPeriod'),
  ...rows('Period', everyone, 'from to'),
  'Query.myReceptionTasks': desk,
  ...rows('Mutation', desk, 'bookReception moveTicket recordReception reportReceptionTask'),
  ...rows('Mutation', telling, 'markTicketTold revealVisitor'),
  'Mutation.substituteLeader': substituting,
  ...rows('ReceptionDay', everyone, 'queue slots'),
  ...rows('ReceptionDay', reception, 'tickets substitutions revision'),
  ...rows('ReceptionSlot', everyone, 'from to taken'),
  ...rows('QueuedNumber', everyone, 'number state from'),
  ...rows('Substitution', reception, 'id reason decidedAt from to'),
  ...rows('ReceptionTicket', reception, 'id version number kind state people petitionId petitionNumber bookedAt from'),
  ...rows('ReceptionTicket', reception, 'receptionDay visitorName visitorPhone bookedBy nextStates mustBeTold'),
  ...rows('ReceptionTicket', desk, 'record tasks petition'),
  ...rows('ReceptionTask', desk, 'id version dueOn reportedOn content report isOverdue department leader ticket'),
  ...rows('TicketPayload', desk, 'ticket receptionDay'),
  ...rows('ReceptionDayPayload', reception, 'receptionDay'),
  ...rows('RevealVisitorPayload', telling, 'ticketId name phone'),
  'ReceptionTaskPayload.receptionTask': desk,
});
