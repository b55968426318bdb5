import { computed, type Ref, ref, shallowRef, watch } from 'vue';

/** Which row the keys act on and which rows are ticked; both start anew with another list. */
export function useRowSelection(rows: Ref<readonly { readonly id: string }[]>, list: () => string) {
  const active = ref(0);
  const selected = shallowRef<ReadonlySet<string>>(new Set());
  watch(list, () => {
    active.value = 0;
    selected.value = new Set();
  });
  const current = computed(() => rows.value[active.value]);
  return {
    active,
    selected,
    current,
    move(step: number) {
      active.value = Math.max(0, Math.min(rows.value.length - 1, active.value + step));
    },
    toggle(id: string | undefined) {
      if (!id) return;
      const ticked = new Set(selected.value);
      if (!ticked.delete(id)) ticked.add(id);
      selected.value = ticked;
    },
    clear() {
      selected.value = new Set();
    },
  };
}
