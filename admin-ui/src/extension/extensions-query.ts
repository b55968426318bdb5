import { graphql, type VariablesOf } from '../graphql/graphql.ts';
import { ExtensionFragment } from './extension-fragment.ts';

export const ExtensionRowFragment = graphql(
  `
    fragment ExtensionRow on Extension {
      id
      petition { id number subject category }
      ...Extension
    }
  `,
  [ExtensionFragment],
);

export const ExtensionsQuery = graphql(
  `
    query Extensions($state: ExtensionState!, $after: String) {
      extensions(state: $state, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges { cursor node { id ...ExtensionRow } }
      }
    }
  `,
  [ExtensionRowFragment],
);

export type ExtensionState = VariablesOf<typeof ExtensionsQuery>['state'];

/** Waiting ones first: they are why people come here. */
export const EXTENSION_STATES = [
  'REQUESTED',
  'APPROVED',
  'REFUSED',
  'WITHDRAWN',
] as const satisfies readonly ExtensionState[];
