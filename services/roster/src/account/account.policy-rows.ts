import { allow, type PolicyTable } from '@everyletter/kit/policy';
import { administrators } from '../staff/staff.policy-rows.ts';

const system = [allow(['SYSTEM_ADMINISTRATOR'])];
const granting = [allow(['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR'])];
const security = [allow(['SECURITY_ADMINISTRATOR'])];
/** Those who work with people from outside; which of them, is decided by `canInviteOutside`. */
const inviting = [allow(['STATION_ADMINISTRATOR', 'DEPARTMENT_HEAD', 'MEDIATOR'])];
const invitation = [...system, ...inviting];

export const accountRows: PolicyTable = {
  'Mutation.inviteStaff': system,
  'Mutation.inviteOutsidePerson': inviting,
  'InvitationPayload.account': invitation,
  'InvitationPayload.code': invitation,
  'InvitationPayload.expiresAt': invitation,
  Account: administrators,
  'Account.id': [...administrators, ...inviting],
  'Account.displayName': [...administrators, ...inviting],
  'Account.email': [...administrators, ...inviting],
  'Account.state': [...administrators, ...inviting],
  'Account.roles': [...administrators, ...inviting],
  'Query.grantRequests': administrators,
  'Mutation.requestGrant': granting,
  'Mutation.decideGrant': granting,
  'Mutation.revokeGrant': security,
  'GrantRequestPayload.request': administrators,
  'GrantRequestPayload.staff': administrators,
  GrantRequest: administrators,
  'GrantRequest.id': administrators,
  'GrantRequest.role': administrators,
  'GrantRequest.reason': administrators,
  'GrantRequest.state': administrators,
  'GrantRequest.requestedAt': administrators,
  'GrantRequest.decidedAt': administrators,
  'GrantRequest.version': administrators,
  'GrantRequest.staff': administrators,
  'GrantRequest.requestedBy': administrators,
  'GrantRequest.decidedBy': administrators,
  'GrantRequest.viewerCanDecide': administrators,
};
