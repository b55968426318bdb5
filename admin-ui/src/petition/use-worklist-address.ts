import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { parseWorklistAddress, type WorklistAddress, worklistQuery } from './worklist-query.ts';

/** The address bar as the state of the list: changing it is the only way to change the list. */
export function useWorklistAddress() {
  const route = useRoute();
  const router = useRouter();
  const address = computed(() => parseWorklistAddress(route.query));
  return {
    address,
    go: (to: WorklistAddress) => router.push({ query: worklistQuery(to) }),
    /** Back where the earlier page is one step behind; otherwise the first page, since cursors only lead forward. */
    goToPreviousPage() {
      const cameFrom = router.resolve(String(router.options.history.state.back ?? '/')).query;
      const isBehind = parseWorklistAddress(cameFrom).page === address.value.page - 1;
      if (isBehind && router.options.history.state.back) return router.back();
      return router.push({ query: worklistQuery({ ...address.value, after: null, page: 1 }) });
    },
  };
}
