import { useClientHandle } from '@urql/vue';
import { reactive, ref } from 'vue';
import { codedError } from '../graphql/coded-error.ts';
import type { ReplyMeans } from '../reply/means.ts';
import { useErrorWords } from '../text/use-error-words.ts';
import { DispatchFromList } from './outgoing-query.ts';

/** Letters one after another, each a change of its own: what one is refused for does not hold up the others. */
export function useDispatchMany() {
  const { client } = useClientHandle();
  const errorWords = useErrorWords();
  const busy = ref(false);
  const refused = reactive<Record<string, string>>({});

  async function dispatch(
    replies: readonly { readonly id: string; readonly version: number }[],
    how: { readonly means: ReplyMeans; readonly dispatchedOn: string },
  ): Promise<number> {
    busy.value = true;
    let sent = 0;
    for (const { id, version } of replies) {
      const { error } = await client
        .mutation(DispatchFromList, { input: { replyId: id, version, ...how } })
        .toPromise();
      const refusal = codedError(error);
      delete refused[id];
      if (refusal) refused[id] = errorWords(refusal);
      else sent += 1;
    }
    busy.value = false;
    return sent;
  }

  return { dispatch, busy, refused };
}
