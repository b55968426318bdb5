import { graphql } from '../graphql/graphql.ts';
import { ComparisonTableFragment } from './ComparisonTable.vue';

export const ComparisonQuery = graphql(
  `
    query Comparison($period: PeriodInput!) {
      viewer {
        accountId
        institution {
          id
          ...ComparisonTable
        }
      }
    }
  `,
  [ComparisonTableFragment],
);
