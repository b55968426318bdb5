import { allow, type PolicyTable } from '@everyletter/kit/policy';
import { ROLES, type Role } from '@everyletter/kit/viewer';
import { accountRows } from './account/account.policy-rows.ts';
import { calendarRows } from './calendar/calendar.policy-rows.ts';
import { caseOwnershipPolicy } from './case-ownership/case-ownership.policy-rows.ts';
import { rotaPolicy } from './rota-plan/rota.policy-rows.ts';
import { staffRows } from './staff/staff.policy-rows.ts';
import { ticketPolicy } from './ticket/ticket.policy-rows.ts';

/** Colleagues and the administrators: everyone but the outside people. */
const OFFICE: readonly Role[] = ROLES.filter((role) => role !== 'DUTY_LAWYER' && role !== 'MEDIATOR');
const everyone = [allow(ROLES)];
const office = [allow(OFFICE)];

/** Rows beneath are narrowed further by row-level security: one's own institution, and for institutions the tree below. */
export const rosterPolicy: PolicyTable = {
  ...staffRows,
  ...accountRows,
  ...calendarRows,
  'Query.viewer': everyone,
  'Query.institution': everyone,
  'Query.institutions': office,
  'Query.receptionDays': everyone,
  'Query.receptionsOnDaysOff': office,
  'Subscription.hallChanged': office,
  'Query.calendarFeeds': office,
  'Mutation.issueCalendarFeed': office,
  'Mutation.revokeCalendarFeed': office,
  'CalendarFeed.kind': office,
  'CalendarFeed.issuedAt': office,
  'IssueCalendarFeedPayload.calendarFeed': office,
  'IssueCalendarFeedPayload.path': office,
  'RevokeCalendarFeedPayload.calendarFeed': office,
  ReceptionDay: everyone,
  'ReceptionDay.id': everyone,
  'ReceptionDay.date': everyone,
  'ReceptionDay.halfDay': everyone,
  'ReceptionDay.leader': everyone,
  'ReceptionDay.place': everyone,
  'ReceptionDay.openTicketCount': office,
  Institution: everyone,
  'Institution.id': everyone,
  'Institution.name': everyone,
  'Institution.shortName': everyone,
  'Institution.level': everyone,
  'Institution.parent': office,
  'Institution.children': office,
  'Institution.departments': office,
  'Institution.staff': office,
  'Institution.today': everyone,
  'Viewer.accountId': everyone,
  'Viewer.displayName': everyone,
  'Viewer.roles': everyone,
  'Viewer.institution': everyone,
  'Viewer.staff': everyone,
  'Viewer.departments': everyone,
  'Phrase.zh': everyone,
  'Phrase.en': everyone,
  ...rotaPolicy(office),
  ...ticketPolicy(everyone),
  ...caseOwnershipPolicy,
};
