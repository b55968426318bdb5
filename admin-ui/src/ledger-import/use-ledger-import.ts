import { useQuery } from '@urql/vue';
import { computed, onBeforeUnmount, type Ref, watch } from 'vue';
import { codedError } from '../graphql/coded-error.ts';
import { graphql, readFragment } from '../graphql/graphql.ts';
import type { LedgerRowOutcome } from './kinds.ts';
import { LedgerActionsFragment } from './LedgerActions.vue';
import { LedgerProgressFragment } from './LedgerProgress.vue';
import { LedgerRowLineFragment } from './LedgerRowsTable.vue';

/** Rows of a page; the most the server gives at once. */
const PAGE_ROWS = 100;
/** How often a ledger that is being read or applied is asked how far it is. Milliseconds. */
const ASK_MS = 700;

const LedgerImportQuery = graphql(
  `
    query LedgerImportPage($id: ID!, $outcome: LedgerRowOutcome, $first: Int!, $after: String) {
      ledgerImport(id: $id) {
        id
        fileName
        encoding
        createdAt
        createdBy { id name }
        ...LedgerProgress
        ...LedgerActions
        rows(outcome: $outcome, first: $first, after: $after) {
          totalCount
          edges { node { ...LedgerRowLine } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  `,
  [LedgerProgressFragment, LedgerActionsFragment, LedgerRowLineFragment],
);

export interface LedgerAddress {
  readonly id: string;
  readonly outcome: LedgerRowOutcome | null;
  readonly after: string | null;
  readonly page: number;
}

/** One import with a page of its rows; asks again while the server is at work on it. */
export function useLedgerImport(address: Ref<LedgerAddress>) {
  const variables = computed(() => {
    const { id, outcome, after } = address.value;
    return { id, outcome, after, first: PAGE_ROWS };
  });
  const { data, fetching, stale, error, executeQuery } = useQuery({ query: LedgerImportQuery, variables });
  const ledger = computed(() => data.value?.ledgerImport ?? null);
  const progress = computed(() => (ledger.value ? readFragment(LedgerProgressFragment, ledger.value) : null));
  const isAtWork = computed(() => ['READING', 'APPLYING'].includes(progress.value?.state ?? ''));
  const askAgain = () => executeQuery({ requestPolicy: 'network-only' });
  const rows = computed(() => ledger.value?.rows.edges.map(({ node }) => node) ?? []);
  const first = computed(() => (address.value.page - 1) * PAGE_ROWS);

  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    [isAtWork, data, error],
    () => {
      clearTimeout(timer);
      if (isAtWork.value) timer = setTimeout(askAgain, ASK_MS);
    },
    { immediate: true },
  );
  onBeforeUnmount(() => clearTimeout(timer));

  return {
    ledger,
    progress,
    rows,
    range: computed(() => ({
      from: Math.min(first.value + 1, first.value + rows.value.length),
      to: first.value + rows.value.length,
      total: ledger.value?.rows.totalCount ?? 0,
    })),
    next: computed(() => (ledger.value?.rows.pageInfo.hasNextPage ? ledger.value.rows.pageInfo.endCursor : null)),
    isAtWork,
    isWaiting: computed(() => fetching.value && !data.value),
    isStale: computed(() => data.value !== undefined && stale.value && !isAtWork.value),
    isAbsent: computed(() => data.value !== undefined && !ledger.value && !fetching.value),
    error: computed(() => (data.value ? null : codedError(error.value))),
    askAgain,
  };
}
