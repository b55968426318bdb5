import { graphql } from '../graphql/graphql.ts';
import { ReplyRecipientFragment } from '../reply-recipient/recipient-fragment.ts';

/** A reply as the desk shows it, whole: every step answers with it. */
export const ReplySheetFragment = graphql(
  `
  fragment ReplySheet on Reply {
    id
    kind
    state
    version
    template { id version name requiredFields { key type label { zh en } required } }
    fields { key value }
    body
    checks { code passed words { zh en } }
    means
    author { id name }
    approvedBy { id name }
    sentBackReason
    letterNumber
    verificationCode
    dispatchedOn
    letterPath
    viewerCanEdit
    viewerCanApprove
    viewerCanDispatch
    recipients { id ...ReplyRecipient }
  }
`,
  [ReplyRecipientFragment],
);

export const ReplyTemplateFragment = graphql(`
  fragment ReplyTemplate on ReplyTemplate {
    id
    version
    kind
    name
  }
`);
