import { useQuery } from '@urql/vue';
import { computed, type Ref, shallowRef, watch } from 'vue';
import { codedError } from '../graphql/coded-error.ts';
import type { VariablesOf } from '../graphql/graphql.ts';
import { PAGE_ROWS, WorklistPageQuery } from './worklist-page-query.ts';
import type { WorklistAddress } from './worklist-query.ts';

/** The list an address stands for, with everything the page draws around it. */
export function useWorklist(address: Ref<WorklistAddress>) {
  const variables = computed(() => {
    const { filter, order, after } = address.value;
    return { filter, order, first: PAGE_ROWS, after } as VariablesOf<typeof WorklistPageQuery>;
  });
  const { data, fetching, stale, error, executeQuery } = useQuery({ query: WorklistPageQuery, variables });
  const rows = computed(() => (data.value?.worklist.edges ?? []).map(({ node }) => ({ id: node.id, petition: node })));
  const institution = computed(() => data.value?.viewer.institution);
  /** While the next page is fetched the rows are still those of the page before, and are counted as such. */
  const shown = shallowRef(address.value);
  watch([data, fetching], () => {
    if (data.value && !fetching.value) shown.value = address.value;
  });
  const first = computed(() => (shown.value.page - 1) * PAGE_ROWS);
  return {
    rows,
    matches: computed(() => data.value?.worklist.matches ?? []),
    isCut: computed(() => data.value?.worklist.searchCut ?? false),
    counts: computed(() => data.value?.worklistCounts),
    today: computed(() => institution.value?.today ?? ''),
    departments: computed(() => institution.value?.departments ?? []),
    handlers: computed(() => institution.value?.staff ?? []),
    total: computed(() => data.value?.worklist.totalCount ?? 0),
    range: computed(() => ({
      from: Math.min(first.value + 1, first.value + rows.value.length),
      to: first.value + rows.value.length,
    })),
    next: computed(() => (data.value?.worklist.pageInfo.hasNextPage ? data.value.worklist.pageInfo.endCursor : null)),
    isWaiting: computed(() => fetching.value && !data.value),
    /** The rows are those of the list before. */
    isBehind: computed(() => shown.value !== address.value),
    isStale: computed(() => data.value !== undefined && (stale.value || fetching.value)),
    error: computed(() => (data.value ? null : codedError(error.value))),
    retry: () => executeQuery({ requestPolicy: 'network-only' }),
  };
}
