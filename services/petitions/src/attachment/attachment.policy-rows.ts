import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';
import { frontDesk } from '../registration/registration.policy-rows.ts';

const desk: PolicyRow = [allow(['CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER'])];

const rows = (type: string, fields: string): PolicyTable =>
  Object.fromEntries(fields.split(' ').map((field) => [`${type}.${field}`, desk]));

export const attachmentPolicy: PolicyTable = {
  'Query.unregisteredScans': frontDesk,
  'Mutation.discardScan': frontDesk,
  'DiscardScanPayload.discardedId': frontDesk,
  ...rows('Petition', 'attachments'),
  ...rows('Attachment', 'id name mediaType byteCount uploadedAt uploadedBy virusScanner path'),
};
