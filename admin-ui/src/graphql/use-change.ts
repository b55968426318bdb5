import { type AnyVariables, type TypedDocumentNode, useClientHandle } from '@urql/vue';
import { computed, ref, shallowRef } from 'vue';
import { type CodedError, codedError } from './coded-error.ts';

/**
 * One mutation of a form: `run` answers what the server answered, or null when it refused; then `refusal` says why.
 * A second run while the first is under way does nothing, so that a double click is one change.
 */
export function useChange<Data, Variables extends AnyVariables>(document: TypedDocumentNode<Data, Variables>) {
  const { client } = useClientHandle();
  const busy = ref(false);
  const refusal = shallowRef<CodedError | null>(null);

  async function run(variables: Variables): Promise<Data | null> {
    if (busy.value) return null;
    busy.value = true;
    const { data, error } = await client.mutation(document, variables).toPromise();
    busy.value = false;
    refusal.value = codedError(error);
    return refusal.value ? null : (data ?? null);
  }

  return {
    busy,
    refusal,
    run,
    /** Somebody changed it first: what is on the screen is old. */
    isConflict: computed(() => refusal.value?.kind === 'CONFLICT'),
    forget: () => {
      refusal.value = null;
    },
  };
}
