import type { Ref } from 'vue';

/** Rows picked one by one, or from the last one picked to another. `ids`: of the rows, in their order. */
export function usePicking(picked: Ref<ReadonlySet<string>>, ids: () => readonly string[]) {
  let last: string | undefined;

  /** `through`: with all between it and the one picked before. */
  function pick(id: string | undefined, through: boolean): void {
    if (!id) return;
    if (through && last) {
      pickThrough(last, id);
      return;
    }
    const next = new Set(picked.value);
    if (!next.delete(id)) next.add(id);
    picked.value = next;
    last = id;
  }

  function pickThrough(from: string | undefined, to: string | undefined): void {
    const all = ids();
    const places = [all.indexOf(from ?? to ?? ''), all.indexOf(to ?? '')];
    if (places.includes(-1)) return;
    picked.value = new Set([...picked.value, ...all.slice(Math.min(...places), Math.max(...places) + 1)]);
    last = to;
  }

  return {
    pick,
    pickThrough,
    pickAll: (isOn: boolean) => {
      picked.value = new Set(isOn ? ids() : []);
    },
  };
}
