import { watchEffect } from 'vue';
import { useT } from '../text/use-t.ts';

/** Names the tab; null leaves the name of the page's kind. */
export function usePageTitle(title: () => string | null): void {
  const { t } = useT();
  watchEffect(() => {
    const words = title();
    if (words) document.title = `${words} · ${t('app.name')}`;
  });
}
