import { graphql } from '../graphql/graphql.ts';

/** An order from above with what was reported of it. */
export const SuperiorOrderFragment = graphql(`
  fragment SuperiorOrderSheet on Petition {
    superiorOrder { from number reportBackDueOn reportedOn }
    superiorReports { id kind reportedOn words writtenBy { id name } }
  }
`);
