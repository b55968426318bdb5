import { type AnyVariables, type TypedDocumentNode, useClientHandle } from '@urql/vue';
import { ref, shallowRef } from 'vue';
import { type CodedError, codedError } from '../graphql/coded-error.ts';

/** One question of a stranger, asked when they press the button; number and code stay out of the address. */
export function usePublicQuestion<Data, Variables extends AnyVariables>(document: TypedDocumentNode<Data, Variables>) {
  const { client } = useClientHandle();
  const busy = ref(false);
  const answer = shallowRef<Data | null>(null);
  const refusal = shallowRef<CodedError | null>(null);

  async function ask(variables: Variables): Promise<void> {
    busy.value = true;
    const { data, error } = await client.query(document, variables, { requestPolicy: 'network-only' }).toPromise();
    busy.value = false;
    refusal.value = codedError(error);
    answer.value = refusal.value ? null : (data ?? null);
  }

  return { ask, answer, busy, refusal };
}
