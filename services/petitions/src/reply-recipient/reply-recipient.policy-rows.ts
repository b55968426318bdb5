import type { PolicyTable } from '@everyletter/kit/policy';
import { desk, rows } from '../policy-kinds.ts';

/** Whom replies go to, and whether they arrived. */
export const recipientPolicy: PolicyTable = {
  ...rows('Mutation', desk, 'addCorrespondent recordDelivery resendReply'),
  ...rows('Query', desk, 'outgoingReplies repliesSentOn'),
  ...rows('Petition', desk, 'correspondents returnedOn'),
  ...rows('Correspondent', desk, 'id kind name address phone'),
  'Reply.recipients': desk,
  ...rows('ReplyRecipient', desk, 'id kind state means sentOn settledOn sendings name address reason letterPath'),
  'ReplyRecipient.envelopePath': desk,
};
