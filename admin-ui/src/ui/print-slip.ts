import { nextTick, ref } from 'vue';

/** Puts a slip on the paper: `printing` is true while it is, `print` does it. */
export function usePrintSlip() {
  const printing = ref(false);

  async function print(): Promise<void> {
    printing.value = true;
    await nextTick();
    window.print();
    printing.value = false;
  }

  return { printing, print };
}
