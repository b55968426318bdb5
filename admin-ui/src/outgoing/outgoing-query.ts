import { graphql } from '../graphql/graphql.ts';

/** A letter on its way out of the house. */
export const OutgoingReplyFragment = graphql(`
  fragment OutgoingReply on Reply {
    id
    version
    kind
    state
    letterNumber
    dispatchedOn
    means
    viewerCanDispatch
    petition { id number subject }
    recipients { id kind state name address }
  }
`);

export const OutgoingQuery = graphql(
  `
    query Outgoing($day: LocalDate!) {
      outgoingReplies { id ...OutgoingReply }
      repliesSentOn(day: $day) { id ...OutgoingReply }
      viewer { accountId institution { id today } }
    }
  `,
  [OutgoingReplyFragment],
);

/** From the list: the row and what the counts are made of. */
export const DispatchFromList = graphql(
  `
    mutation DispatchFromList($input: DispatchReplyInput!) {
      dispatchReply(input: $input) { reply { id ...OutgoingReply } petition { id } }
    }
  `,
  [OutgoingReplyFragment],
);
