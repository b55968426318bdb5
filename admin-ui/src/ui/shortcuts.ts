import { onBeforeUnmount, onMounted, shallowReactive } from 'vue';

/** One key and what it does; `words` are shown on the sheet that `?` opens. */
export interface Shortcut {
  /** `KeyboardEvent.key` in lower case, e.g. `j`, `enter`, `?`. */
  readonly key: string;
  readonly words: string;
  readonly run: () => void;
}

/** The keys of everything on screen now, outermost first. */
export const activeShortcuts = shallowReactive<{ list: (readonly Shortcut[])[] }>({ list: [] });

/**
 * Keys of a page or a list. Off while somebody types (also in an input method), with a modifier held, and while a
 * dialog is open.
 */
export function useShortcuts(shortcuts: () => readonly Shortcut[]): void {
  let listed: readonly Shortcut[] = [];
  const listen = (event: KeyboardEvent) => {
    if (isTaken(event)) return;
    const shortcut = shortcuts().find(({ key }) => key === event.key.toLowerCase());
    if (!shortcut) return;
    event.preventDefault();
    shortcut.run();
  };
  onMounted(() => {
    listed = shortcuts();
    activeShortcuts.list = [...activeShortcuts.list, listed];
    window.addEventListener('keydown', listen);
  });
  onBeforeUnmount(() => {
    activeShortcuts.list = activeShortcuts.list.filter((entry) => entry !== listed);
    window.removeEventListener('keydown', listen);
  });
}

function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true;
  if (document.querySelector('[role="dialog"], [role="menu"]')) return true;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target?.closest('input:not([type="checkbox"]), textarea, select, [contenteditable="true"]')) return true;
  return event.key === 'Enter' && target?.closest('a, button, summary') != null;
}
