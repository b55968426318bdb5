import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './generated/graphql-env.d.ts';

/** Writes a document whose types come from schema/api.graphql. A fragment sits in the component that draws it. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { LocalDate: string; DateTime: string };
}>();

export { type FragmentOf, type ResultOf, readFragment, type VariablesOf } from 'gql.tada';
