import { graphql } from '../graphql/graphql.ts';

export const ExtensionFragment = graphql(`
  fragment Extension on Extension {
    id
    version
    state
    months
    reason
    papers
    dueOnBefore
    dueOnAfter
    requestedOn
    decidedOn
    decisionReason
    requestedBy { id name }
    decidedBy { id name }
    viewerCanDecide
    viewerCanWithdraw
  }
`);
