import { graphql, type ResultOf, type VariablesOf } from '../graphql/graphql.ts';

export const SavedViewFragment = graphql(`
  fragment SavedView on SavedView {
    id
    name
    listQuery
    count
    version
    viewerCanRemove
    sharedWith { id name }
  }
`);

export type SavedView = ResultOf<typeof SavedViewFragment>;

export const SavedViewsQuery = graphql(
  `
    query SavedViews {
      savedViews { id ...SavedView }
      viewer { accountId departments { id name } }
    }
  `,
  [SavedViewFragment],
);

export const SaveView = graphql(
  `
    mutation SaveView($input: SaveViewInput!) {
      saveView(input: $input) { savedViews { id ...SavedView } }
    }
  `,
  [SavedViewFragment],
);

export type SaveViewInput = VariablesOf<typeof SaveView>['input'];

export const RemoveView = graphql(
  `
    mutation RemoveView($input: RemoveViewInput!) {
      removeView(input: $input) { savedViews { id ...SavedView } }
    }
  `,
  [SavedViewFragment],
);
