import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';

export const STEPS = ['triage', 'assign', 'reveal', 'archive', 'contact', 'reply', 'recuse', 'extend'] as const;
export type Step = (typeof STEPS)[number];

/** The open dialog of the page lives in the address: Back closes it, and a link can open it. */
export function usePetitionStep() {
  const route = useRoute();
  const router = useRouter();
  const step = computed(() => STEPS.find((name) => name === route.query.step) ?? null);
  return {
    step,
    take: (name: Step) => void router.push({ query: { ...route.query, step: name } }),
    /** A dialog opened here is left by one step back, so that the history holds no closed dialogs. */
    leave(): void {
      const { step: _, ...query } = route.query;
      const back = router.options.history.state.back;
      if (typeof back === 'string' && back === router.resolve({ query }).fullPath) router.back();
      else void router.replace({ query });
    },
  };
}
