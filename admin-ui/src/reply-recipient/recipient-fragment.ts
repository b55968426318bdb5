import { graphql } from '../graphql/graphql.ts';

/** One of those a reply goes to, as the desk shows it. */
export const ReplyRecipientFragment = graphql(`
  fragment ReplyRecipient on ReplyRecipient {
    id
    kind
    state
    means
    sentOn
    settledOn
    sendings
    name
    address
    reason
    letterPath
    envelopePath
  }
`);
