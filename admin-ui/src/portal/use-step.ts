import type { AnyVariables, TypedDocumentNode } from '@urql/vue';
import { useRouter } from 'vue-router';
import { useChange } from '../graphql/use-change.ts';
import { useRefusalWords } from '../text/use-refusal-words.ts';
import { useToasts } from '../ui/toasts.store.ts';

/**
 * One step of a case. `fields`: where a refusal can stand. What ends a case, or gives it to somebody else, goes back to
 * the list with a word of what happened, since the case itself is gone.
 */
export function useStep<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  fields: readonly string[] = [],
) {
  const router = useRouter();
  const toasts = useToasts();
  const change = useChange(document);
  const { at, general } = useRefusalWords(change.refusal, fields);

  async function leaveWith(variables: Variables, words: string): Promise<void> {
    if (!(await change.run(variables))) return;
    toasts.show({ tone: 'done', words });
    void router.replace('/portal');
  }

  return { ...change, at, general, leaveWith };
}
