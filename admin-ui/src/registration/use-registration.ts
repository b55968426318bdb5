import { useQuery } from '@urql/vue';
import { refDebounced } from '@vueuse/core';
import { computed, type Ref, reactive, ref, shallowRef, watch } from 'vue';
import type { ResultOf } from '../graphql/graphql.ts';
import { useChange } from '../graphql/use-change.ts';
import { useT } from '../text/use-t.ts';
import { useLeaveGuard } from '../ui/leave-guard.ts';
import { AlikePetitionsQuery, RegisterPetition, RegistrationCheckQuery } from './registration-documents.ts';
import { EMPTY_FORM, type FormChannel, type FormFields, inputOf, newKey } from './registration-form.ts';

/** Long enough not to ask inside a word. */
const PAUSE_MS = 350;

export type Registered = ResultOf<typeof RegisterPetition>['registerPetition'];

/**
 * One form after another: read by the server while it is filled in, sent under a key of its own, so that pressing again
 * after a lost connection registers nothing twice. Nothing typed is lost by leaving unawares.
 */
export function useRegistration(channel: () => FormChannel, today: () => string) {
  const { t } = useT();
  const form = reactive<FormFields>({ ...EMPTY_FORM });
  const key = ref(newKey());
  const registered = shallowRef<Registered | null>(null);
  const repeatOfId = ref<string | null>(null);
  const scanIds = ref<readonly string[]>([]);
  const { busy, refusal, run, forget } = useChange(RegisterPetition);

  watch(
    today,
    (day) => {
      form.receivedOn ||= day;
    },
    { immediate: true },
  );

  const isBegun = computed(
    () =>
      !registered.value && [form.subject, form.body, form.name, form.phone, form.idNumber].some((text) => text !== ''),
  );
  const input = computed(() => inputOf(channel(), form));
  const { settled, check } = useFormCheck(input, () => registered.value !== null);

  async function submit(): Promise<void> {
    const extra = { repeatOfId: repeatOfId.value, scanIds: [...scanIds.value] };
    const answer = await run({ input: { idempotencyKey: key.value, form: input.value, ...extra } });
    if (answer) registered.value = answer.registerPetition;
    // The first form arrived under this key; what was changed since is another one.
    else if (refusal.value?.code === 'REGISTRATION_KEY_REUSED') key.value = newKey();
  }

  /** The next form begins on the day of the last one: letters come in piles. */
  function begin(): void {
    const { receivedOn } = form;
    Object.assign(form, EMPTY_FORM, { receivedOn });
    key.value = newKey();
    repeatOfId.value = null;
    scanIds.value = [];
    registered.value = null;
    forget();
  }

  useLeaveGuard(
    () => isBegun.value,
    () => t('register.leaveUnsaved'),
  );

  return { form, isBegun, input: settled, scanIds, repeatOfId, registered, busy, refusal, check, submit, begin };
}

/** What the server says of the form once the typing rests. */
function useFormCheck(input: Ref<ReturnType<typeof inputOf>>, isIdle: () => boolean) {
  const settled = refDebounced(input, PAUSE_MS);
  const { data } = useQuery({
    query: RegistrationCheckQuery,
    variables: computed(() => ({ form: settled.value })),
    pause: computed(() => isIdle() || !settled.value.receivedOn),
    requestPolicy: 'network-only',
  });
  return { settled, check: computed(() => data.value?.registrationCheck ?? null) };
}

/** What the form may repeat; asked for once there is somebody or something to look for. */
export function useAlike(input: Ref<ReturnType<typeof inputOf>>, isIdle: () => boolean) {
  const isEnough = computed(() => {
    const { name, idNumber, phone, subject, receivedOn } = input.value;
    const told = [(name ?? '').length > 1, (idNumber ?? '').length > 14, (phone ?? '').length > 6, subject.length > 3];
    return receivedOn !== '' && told.some(Boolean);
  });
  const { data } = useQuery({
    query: AlikePetitionsQuery,
    variables: computed(() => ({ form: { ...input.value, body: null, representatives: [], peopleCount: 1 } })),
    pause: computed(() => isIdle() || !isEnough.value),
    requestPolicy: 'network-only',
  });
  return computed(() => (isEnough.value && !isIdle() ? (data.value?.alikePetitions ?? []) : []));
}
