import { computed, type Ref } from 'vue';
import type { CodedError } from '../graphql/coded-error.ts';
import { useErrorWords } from './use-error-words.ts';

/** The sentence of a refusal, at the field it names; at the end of the form when it names none of `fields`. */
export function useRefusalWords(refusal: Ref<CodedError | null>, fields: readonly string[]) {
  const words = useErrorWords();
  const named = computed(() => fields.find((field) => field === refusal.value?.details.field) ?? null);
  return {
    at: (field: string) => (refusal.value && named.value === field ? words(refusal.value) : null),
    general: computed(() => (refusal.value && !named.value ? words(refusal.value) : null)),
  };
}
