import { useClientHandle, useQuery } from '@urql/vue';
import { computed, type Ref, reactive, ref, shallowRef, watch } from 'vue';
import { type CodedError, codedError } from '../graphql/coded-error.ts';
import type { ResultOf, VariablesOf } from '../graphql/graphql.ts';
import { useChange } from '../graphql/use-change.ts';
import type { Category, Channel, Track } from '../petition/kinds.ts';
import type { IdentityKind } from '../registration/registration-form.ts';
import { SaveTriageRules, TriageRulesQuery, TryTriageRules } from './rule-documents.ts';

export interface EditedRule {
  name: string;
  channels: readonly Channel[];
  categories: readonly Category[];
  identityKinds: readonly IdentityKind[];
  fromSuperior: boolean | null;
  track: Track;
  targetWorkdays: number | '' | null;
  departmentId: string | null;
}

type Sent = VariablesOf<typeof SaveTriageRules>['input']['rules'];
type Tried = ResultOf<typeof TryTriageRules>['tryTriageRules'];

/** The table as it is being edited; what is on the server stays until it is saved as the next version. */
export function useTriageRules() {
  const { data, fetching, error, executeQuery } = useQuery({ query: TriageRulesQuery });
  const rules = ref<EditedRule[]>([]);
  const isChanged = ref(false);
  const saving = useChange(SaveTriageRules);
  const current = computed(() => data.value?.triageRules ?? null);
  const sent = computed(() => rules.value.map(sentRule));

  function reset(): void {
    rules.value = (current.value?.rules ?? []).map(
      ({ name, track, fromSuperior, targetWorkdays, departmentId, ...asked }) => ({
        name,
        ...asked,
        fromSuperior,
        track,
        targetWorkdays,
        departmentId,
      }),
    );
    isChanged.value = false;
  }
  watch(() => current.value?.version, reset, { immediate: true });
  watch(
    rules,
    () => {
      isChanged.value = JSON.stringify(sent.value) !== JSON.stringify((current.value?.rules ?? []).map(sentRule));
    },
    { deep: true },
  );

  async function save(): Promise<boolean> {
    const saved = await saving.run({ input: { version: current.value?.version ?? 0, rules: sent.value } });
    if (saved) executeQuery({ requestPolicy: 'network-only' });
    return saved !== null;
  }

  return {
    data,
    rules,
    isChanged,
    reset,
    save,
    saving,
    ...useOrder(rules),
    ...useTrial(sent),
    error: computed(() => (fetching.value || data.value ? null : codedError(error.value))),
    reload: () => executeQuery({ requestPolicy: 'network-only' }),
  };
}

function sentRule({
  name,
  channels,
  categories,
  identityKinds,
  fromSuperior,
  track,
  targetWorkdays,
  departmentId,
}: EditedRule): Sent[number] {
  const asked = {
    channels: [...channels],
    categories: [...categories],
    identityKinds: [...identityKinds],
    fromSuperior,
  };
  return { name, ...asked, track, targetWorkdays: targetWorkdays === '' ? null : targetWorkdays, departmentId };
}

/** Rows change places; a new one goes before the last, which takes what is left. */
function useOrder(rules: Ref<EditedRule[]>) {
  const BLANK = {
    channels: [],
    categories: [],
    identityKinds: [],
    fromSuperior: null,
    track: 'CLEAR_NATURE',
    targetWorkdays: null,
    departmentId: null,
  } as const;
  return {
    move(at: number, by: number): void {
      const [moved] = rules.value.splice(at, 1);
      if (moved) rules.value.splice(at + by, 0, moved);
    },
    add: () => void rules.value.splice(Math.max(0, rules.value.length - 1), 0, { ...BLANK, name: '' }),
    remove: (at: number) => void rules.value.splice(at, 1),
    replace: (at: number, rule: EditedRule) => void rules.value.splice(at, 1, rule),
  };
}

/** What the table on screen, saved or not, would say of one petition. */
function useTrial(sent: Ref<Sent>) {
  const { client } = useClientHandle();
  const arrival = reactive({
    channel: 'LETTER' as Channel,
    category: 'CRIMINAL_APPEAL' as Category,
    identityKind: 'REAL_NAME' as IdentityKind,
    fromSuperior: false,
  });
  const tried = shallowRef<Tried | null>(null);
  const tryRefusal = shallowRef<CodedError | null>(null);
  watch(
    [sent, arrival],
    () => {
      tried.value = null;
    },
    { deep: true },
  );
  async function attempt(): Promise<void> {
    const variables = { rules: sent.value, arrival: { ...arrival } };
    const answer = await client.query(TryTriageRules, variables, { requestPolicy: 'network-only' }).toPromise();
    tryRefusal.value = codedError(answer.error);
    tried.value = answer.data?.tryTriageRules ?? null;
  }
  return { arrival, tried, tryRefusal, attempt };
}
