import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';
import { DESK, rows } from '../policy-kinds.ts';

/** Letters with blanks hold nothing of anybody; only an administrator puts one in force. */
const reading: PolicyRow = [allow([...DESK, 'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR'])];
const writing: PolicyRow = [allow(['DEPARTMENT_HEAD', 'LEADER', 'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR'])];
const approving: PolicyRow = [allow(['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR'])];

export const replyTemplatePolicy: PolicyTable = {
  ...rows('Query', reading, 'replyTemplates replyTemplateDrafts replyTemplateVersions'),
  'Query.replyTemplatePreview': writing,
  ...rows('Mutation', writing, 'saveReplyTemplate discardReplyTemplate'),
  'Mutation.approveReplyTemplate': approving,
  ...rows('ReplyTemplatePayload', writing, 'replyTemplate'),
  ...rows('ReplyTemplatePreview', writing, 'number body'),
  ...rows('ReplyTemplate', reading, 'id kind name version state offered revision body paragraphs requiredFields'),
  ...rows('ReplyTemplate', reading, 'dispositions draftedBy changedBy changedAt approvedBy approvedAt'),
  ...rows('ReplyTemplate', reading, 'viewerCanWrite viewerCanApprove'),
  ...rows('ReplyParagraph', reading, 'text categories identityKinds'),
  ...rows('ReplyFieldSpec', reading, 'key label required type prefill'),
};
