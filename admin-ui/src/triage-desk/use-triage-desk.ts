import { useQuery } from '@urql/vue';
import { computed, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { codedError } from '../graphql/coded-error.ts';
import { readFragment } from '../graphql/graphql.ts';
import { TRACKS, type Track } from '../petition/kinds.ts';
import { TriageCardFragment, TriageDeskQuery } from './triage-documents.ts';

/** The lanes, the one on screen and the petition under the cursor; both stand in the address. */
export function useTriageDesk() {
  const route = useRoute();
  const router = useRouter();
  const { data, fetching, stale, error, executeQuery } = useQuery({ query: TriageDeskQuery });
  const lanes = computed(() => data.value?.triageLanes ?? []);
  const track = computed<Track>(() => {
    const named = TRACKS.find((one) => one === route.query.lane);
    return named ?? lanes.value.find(({ count }) => count > 0)?.track ?? 'CLEAR_NATURE';
  });
  /** A row that was disposed of is gone at once; the lane is asked again behind it. */
  const rows = computed(() => {
    const lane = lanes.value.find((one) => one.track === track.value);
    const cards = (lane?.petitions ?? []).map((row) => readFragment(TriageCardFragment, row));
    return cards.filter(({ state, matter }) => state !== 'DISPOSED' || matter.state === 'RESULT_READY');
  });
  const index = ref(0);
  watch([track, () => rows.value.length], () => {
    index.value = Math.max(0, Math.min(index.value, rows.value.length - 1));
  });

  return {
    lanes,
    track,
    rows,
    index,
    active: computed(() => rows.value[index.value] ?? null),
    institution: computed(() => data.value?.viewer.institution ?? null),
    isWaiting: computed(() => fetching.value && !data.value),
    isStale: computed(() => data.value !== undefined && (stale.value || fetching.value)),
    error: computed(() => (data.value ? null : codedError(error.value))),
    reload: () => executeQuery({ requestPolicy: 'network-only' }),
    move: (by: number) => {
      index.value = Math.max(0, Math.min(rows.value.length - 1, index.value + by));
    },
    goTo(lane: Track): void {
      index.value = 0;
      void router.replace({ query: { lane } });
    },
  };
}
