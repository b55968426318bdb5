import { useEventListener, useTimeoutFn } from '@vueuse/core';
import { computed, onBeforeUnmount, reactive, ref, watch } from 'vue';
import { useChange } from '../graphql/use-change.ts';
import { EditReply } from './reply-mutations.ts';

/** Long enough not to save inside a word, short enough to see the checks follow. */
const PAUSE_MS = 700;

interface Draft {
  readonly id: string;
  readonly version: number;
  readonly fields: readonly { readonly key: string; readonly value: string }[];
}

/**
 * The blanks of a letter, saved on the server while they are written: nothing of a petition stays in the browser, and
 * nothing typed is lost. A value somebody typed here is never replaced by one that arrives.
 */
export function useReplyDraft(reply: () => Draft) {
  const { run, refusal, isConflict, forget } = useChange(EditReply);
  const values = reactive<Record<string, string>>({});
  const touched = new Set<string>();
  const unsaved = reactive(new Set<string>());
  const latest = ref(0);
  let saving: Promise<boolean> | null = null;

  watch(
    reply,
    ({ fields, version }) => {
      latest.value = version;
      for (const { key, value } of fields) if (!touched.has(key)) values[key] = value;
    },
    { immediate: true },
  );

  const { start, stop } = useTimeoutFn(() => void save(), PAUSE_MS, { immediate: false });
  const state = computed(() =>
    refusal.value ? 'REFUSED' : unsaved.size > 0 ? 'UNSAVED' : touched.size > 0 ? 'SAVED' : 'UNTOUCHED',
  );

  function write(key: string, value: string): void {
    values[key] = value;
    touched.add(key);
    unsaved.add(key);
    start();
  }

  /** Whether everything typed is on the server now. */
  function save(): Promise<boolean> {
    stop();
    saving ??= saveAll().finally(() => {
      saving = null;
    });
    return saving;
  }

  async function saveAll(): Promise<boolean> {
    while (unsaved.size > 0) {
      const sent = [...unsaved].map((key) => ({ key, value: values[key] ?? '' }));
      const answer = await run({ input: { replyId: reply().id, version: latest.value, fields: sent } });
      if (!answer) return false;
      latest.value = answer.editReply.reply.version;
      for (const { key, value } of sent) if (values[key] === value) unsaved.delete(key);
    }
    return true;
  }

  useEventListener(window, 'beforeunload', (event) => {
    if (unsaved.size > 0) event.preventDefault();
  });
  onBeforeUnmount(() => void save());

  return { values, write, save, state, refusal, isConflict, forget, version: () => latest.value };
}
