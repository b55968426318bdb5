import { ref, shallowRef } from 'vue';
import { askGateway } from './ask-gateway.ts';
import type { CodedError } from './coded-error.ts';

/** One change of a form to what the gateway keeps, as `useChange` is one to the graph. */
export function useGatewayChange<T>() {
  const busy = ref(false);
  const refusal = shallowRef<CodedError | null>(null);

  async function run(path: string, body: object): Promise<T | null> {
    if (busy.value) return null;
    busy.value = true;
    const answer = await askGateway<T>(path, body);
    busy.value = false;
    refusal.value = answer.refusal;
    return answer.data;
  }

  return { busy, refusal, run };
}
