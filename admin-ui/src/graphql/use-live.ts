import { type DocumentInput, useSubscription } from '@urql/vue';
import { useDocumentVisibility } from '@vueuse/core';
import { computed } from 'vue';

/**
 * Watches a subscription while the page can be seen, and asks the page's query anew at each change; the first answer is
 * only what the page has just read. A page that comes back into sight asks as well: it may have missed something.
 */
export function useLive<Data, Variables extends object>(
  query: DocumentInput<Data, Variables>,
  variables: Variables | (() => Variables),
  refresh: (answer: Data) => void,
): void {
  const visibility = useDocumentVisibility();
  const pause = computed(() => visibility.value === 'hidden');
  let heard = false;
  useSubscription<Data, Data, Variables>({ query, variables: variables as Variables, pause }, (_, answer) => {
    if (heard) refresh(answer);
    heard = true;
    return answer;
  });
}
