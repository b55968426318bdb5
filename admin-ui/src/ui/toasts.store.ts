import { defineStore } from 'pinia';
import { ref } from 'vue';

export interface Toast {
  readonly id: number;
  readonly tone: 'done' | 'refused';
  readonly words: string;
  /** What the person may do about it, for as long as the toast stands. */
  readonly action: { readonly words: string; readonly run: () => void } | null;
}

/** Long enough to read and to undo; a refusal stays until it is closed. */
const STANDS_MS = 8000;

/** What just happened, told at the edge of the page and to screen readers. */
export const useToasts = defineStore('toasts', () => {
  const toasts = ref<Toast[]>([]);
  let last = 0;

  function show(toast: Omit<Toast, 'id' | 'action'> & { action?: Toast['action'] }): void {
    last += 1;
    const id = last;
    toasts.value = [...toasts.value.slice(-3), { action: null, ...toast, id }];
    if (toast.tone === 'done') setTimeout(() => close(id), STANDS_MS);
  }

  function close(id: number): void {
    toasts.value = toasts.value.filter((toast) => toast.id !== id);
  }

  return { toasts, show, close };
});
