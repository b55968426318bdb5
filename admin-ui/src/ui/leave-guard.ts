import { useEventListener } from '@vueuse/core';
import { onBeforeRouteLeave } from 'vue-router';

/** Nothing typed is lost by leaving a page unawares: it asks first, in `words`, and so does the browser. */
export function useLeaveGuard(isUnsaved: () => boolean, words: () => string): void {
  useEventListener(window, 'beforeunload', (event) => {
    if (isUnsaved()) event.preventDefault();
  });
  onBeforeRouteLeave(() => !isUnsaved() || window.confirm(words()));
}
