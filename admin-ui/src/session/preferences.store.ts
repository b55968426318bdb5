import { defineStore } from 'pinia';
import { ref } from 'vue';
import { type Locale, setLocale } from '../text/i18n.ts';

export type Theme = 'light' | 'dark';

const KEY = 'everyletter.preferences';

/** Language and theme: the only things kept in the browser. */
export const usePreferences = defineStore('preferences', () => {
  const kept = read();
  const theme = ref<Theme>(kept.theme ?? systemTheme());
  const locale = ref<Locale>(kept.locale ?? 'zh-CN');

  async function apply(): Promise<void> {
    document.documentElement.dataset.theme = theme.value;
    await setLocale(locale.value);
  }

  async function choose(change: { theme?: Theme; locale?: Locale }): Promise<void> {
    theme.value = change.theme ?? theme.value;
    locale.value = change.locale ?? locale.value;
    localStorage.setItem(KEY, JSON.stringify({ theme: theme.value, locale: locale.value }));
    await apply();
  }

  return { theme, locale, apply, choose };
});

function read(): { theme?: Theme; locale?: Locale } {
  try {
    const { theme, locale } = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : undefined,
      locale: locale === 'zh-CN' || locale === 'en' ? locale : undefined,
    };
  } catch {
    return {};
  }
}

function systemTheme(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
