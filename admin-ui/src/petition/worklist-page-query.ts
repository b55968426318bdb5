import { graphql } from '../graphql/graphql.ts';
import { PetitionRowFragment } from './PetitionRow.vue';
import { WorklistTabsFragment } from './WorklistTabs.vue';

/** Rows of a page of the desk; the most the server gives at once. */
export const PAGE_ROWS = 100;

export const WorklistPageQuery = graphql(
  `
    query WorklistPage($filter: WorklistFilter!, $order: WorklistOrder!, $first: Int!, $after: String) {
      worklist(filter: $filter, order: $order, first: $first, after: $after) {
        totalCount
        edges { node { id ...PetitionRow } }
        matches { petitionId on }
        searchCut
        pageInfo { hasNextPage endCursor }
      }
      worklistCounts(filter: $filter) { ...WorklistTabs }
      viewer { accountId institution { id today departments { id name } staff(role: HANDLER) { id name } } }
    }
  `,
  [PetitionRowFragment, WorklistTabsFragment],
);
