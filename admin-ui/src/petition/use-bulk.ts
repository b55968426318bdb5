import { useClientHandle } from '@urql/vue';
import type { DocumentNode } from 'graphql';
import { computed, ref } from 'vue';
import { codedError } from '../graphql/coded-error.ts';
import { useErrorWords } from '../text/use-error-words.ts';
import type { BulkOutcome, PickedPetition } from './bulk.ts';

/** One change after another, each on its own: what one is refused for does not hold up the others. */
export function useBulk(document: DocumentNode) {
  const { client } = useClientHandle();
  const errorWords = useErrorWords();
  const outcomes = ref<readonly BulkOutcome[]>([]);
  const running = ref(false);

  /** Answers what each answer was, by the petition's id; those refused are left out. `null` for an input: in words why not. */
  async function run<Data>(
    petitions: readonly PickedPetition[],
    inputOf: (petition: PickedPetition) => object | string,
  ): Promise<ReadonlyMap<string, Data>> {
    outcomes.value = [];
    running.value = true;
    const done = new Map<string, Data>();
    for (const petition of petitions) {
      const refused = await change(petition, inputOf(petition), done);
      outcomes.value = [...outcomes.value, { id: petition.id, number: petition.number, refused }];
    }
    running.value = false;
    return done;
  }

  async function change<Data>(petition: PickedPetition, input: object | string, done: Map<string, Data>) {
    if (typeof input === 'string') return input;
    const { data, error } = await client.mutation(document, { input }).toPromise();
    const refusal = codedError(error);
    if (refusal) return errorWords(refusal);
    done.set(petition.id, data as Data);
    return null;
  }

  return {
    run,
    outcomes,
    running,
    isOver: computed(() => !running.value && outcomes.value.length > 0),
  };
}
