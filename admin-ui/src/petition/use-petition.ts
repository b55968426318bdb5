import { useQuery } from '@urql/vue';
import { computed } from 'vue';
import { codedError } from '../graphql/coded-error.ts';
import { readFragment } from '../graphql/graphql.ts';
import { PetitionDeskFragment } from './petition-desk-fragment.ts';
import { PetitionPageQuery } from './petition-page-query.ts';

/** Everything the page of one petition shows; every step of the desk changes it in place. */
export function usePetition(id: () => string) {
  const variables = computed(() => ({ id: id() }));
  const { data, fetching, stale, error, executeQuery } = useQuery({ query: PetitionPageQuery, variables });
  const institution = computed(() => data.value?.viewer.institution);
  return {
    petition: computed(() => (data.value?.petition ? readFragment(PetitionDeskFragment, data.value.petition) : null)),
    referrals: computed(() => data.value?.petition?.matter.referrals ?? []),
    matterId: computed(() => data.value?.petition?.matter.id ?? ''),
    consultations: computed(() => data.value?.petition?.matter.consultations ?? []),
    representations: computed(() => data.value?.petition?.matter.representations ?? []),
    today: computed(() => institution.value?.today ?? ''),
    departments: computed(() => institution.value?.departments ?? []),
    colleagues: computed(() => institution.value?.staff ?? []),
    self: computed(() => data.value?.viewer.staff?.id ?? null),
    templates: computed(() => data.value?.replyTemplates ?? []),
    isWaiting: computed(() => fetching.value && !data.value),
    isStale: computed(() => data.value !== undefined && (stale.value || fetching.value)),
    error: computed(() => (data.value?.petition ? null : codedError(error.value))),
    reload: () => executeQuery({ requestPolicy: 'network-only' }),
  };
}
