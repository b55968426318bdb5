import { type AnyVariables, useQuery } from '@urql/vue';
import { computed, onBeforeUnmount, ref, watch } from 'vue';
import { codedError } from '../graphql/coded-error.ts';
import type { PreviewHalf } from './EightWeeks.vue';
import { PreviewQuery } from './station-queries.ts';

/** As long as somebody may still be typing. Milliseconds. */
const PAUSE_MS = 250;

/** The next eight weeks as what is typed now would make them; the last good answer stays until the next one. */
export function usePreview(change: () => AnyVariables & { readonly stationId: string }) {
  const asked = ref(change());
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    () => JSON.stringify(change()),
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        asked.value = change();
      }, PAUSE_MS);
    },
  );
  onBeforeUnmount(() => clearTimeout(timer));
  const { data, error, fetching } = useQuery({
    query: PreviewQuery,
    variables: asked as never,
    requestPolicy: 'network-only',
  });
  return {
    halves: computed<readonly PreviewHalf[]>(() => data.value?.requirementPreview ?? []),
    refusal: computed(() => (fetching.value ? null : codedError(error.value))),
  };
}
