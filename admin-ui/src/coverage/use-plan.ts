import { useClientHandle, useQuery } from '@urql/vue';
import { computed, onBeforeUnmount, ref, watch } from 'vue';
import { codedError } from '../graphql/coded-error.ts';
import { useChange } from '../graphql/use-change.ts';
import { useLive } from '../graphql/use-live.ts';
import { addDays } from '../text/dates.ts';
import { PlanChanged, type PlanData, PlanProgressQuery, PlanQuery } from './coverage-queries.ts';

/** How often a plan that is searched for is asked how far it is, should the stream that tells it be cut. Milliseconds. */
const ASK_MS = 5000;
/** Some thread works on it. */
export const isSought = (state: string | undefined) => state === 'SOLVING' || state === 'PROVING';

/** One plan with all it needs; shows the progress while it is searched for, and asks for the whole at each change. */
export function usePlan(id: () => string, today: string) {
  const period = ref({ from: today, to: addDays(today, 55) });
  const variables = computed(() => ({ id: id(), ...period.value }));
  const { client } = useClientHandle();
  const { data, fetching, stale, error, executeQuery } = useQuery({ query: PlanQuery, variables });
  const plan = computed<PlanData | null>(() => data.value?.coveragePlan ?? null);
  const reload = () => executeQuery({ requestPolicy: 'network-only' });

  watch(plan, (found) => {
    if (found && (found.fromDate !== period.value.from || found.toDate !== period.value.to))
      period.value = { from: found.fromDate, to: found.toDate };
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  async function ask(): Promise<void> {
    const answer = await client.query(PlanProgressQuery, { id: id() }, { requestPolicy: 'network-only' }).toPromise();
    if (isSought(answer.data?.coveragePlan?.state)) timer = setTimeout(ask, ASK_MS);
    else reload();
  }
  watch(
    () => isSought(plan.value?.state),
    (isSolving) => {
      clearTimeout(timer);
      if (isSolving) timer = setTimeout(ask, ASK_MS);
    },
    { immediate: true },
  );
  onBeforeUnmount(() => clearTimeout(timer));
  useLive(
    PlanChanged,
    () => ({ id: id() }),
    ({ coveragePlanChanged: { state } }) => {
      if (!isSought(state) && !fetching.value) reload();
    },
  );

  return {
    data,
    plan,
    isWaiting: computed(() => fetching.value && !data.value),
    isStale: computed(() => stale.value && !isSought(plan.value?.state)),
    isAbsent: computed(() => data.value !== undefined && !plan.value && !fetching.value),
    error: computed(() => (data.value ? null : codedError(error.value))),
    reload,
  };
}

/** One change of a plan among several, each told when it was refused. */
export function useSteps(refused: (refusal: NonNullable<ReturnType<typeof codedError>>) => void, done: () => void) {
  return <Data, Variables extends Record<string, unknown>>(
    document: Parameters<typeof useChange<Data, Variables>>[0],
  ) => {
    const { busy, refusal, run } = useChange<Data, Variables>(document);
    return {
      busy,
      run: async (variables: Variables): Promise<Data | null> => {
        const answer = await run(variables);
        if (answer) done();
        else if (refusal.value) refused(refusal.value);
        return answer;
      },
    };
  };
}
