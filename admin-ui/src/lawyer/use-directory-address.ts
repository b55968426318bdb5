import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';

const VIEWS = ['lawyers', 'shares', 'rules'] as const;
export type DirectoryView = (typeof VIEWS)[number];

/** The address is the state of the page: which view, which filters, whose sheet is open. */
export function useDirectoryAddress() {
  const route = useRoute();
  const router = useRouter();
  const text = (name: string) => computed(() => (typeof route.query[name] === 'string' ? route.query[name] : ''));
  const view = computed<DirectoryView>(() => VIEWS.find((one) => one === route.query.view) ?? 'lawyers');
  const set = (change: Readonly<Record<string, string | undefined>>) =>
    router.replace({ query: { ...route.query, ...change } });
  return {
    view,
    views: VIEWS,
    search: text('q'),
    firmId: text('firm'),
    state: text('state'),
    lawyerId: text('lawyer'),
    set,
  };
}
