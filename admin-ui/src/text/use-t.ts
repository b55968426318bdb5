import type { Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Locale } from './i18n.ts';
import type { WordKey } from './words.ts';

/** A sentence the server wrote in both languages. */
export interface Phrase {
  readonly zh: string;
  readonly en: string;
}

/** The words of the page. Keys are checked by the compiler, which vue-i18n itself does not do. */
export function useT() {
  const { t, te, locale } = useI18n();
  const language = locale as Ref<Locale>;
  return {
    locale: language,
    t: t as (key: WordKey, named?: Record<string, string | number>) => string,
    /** Whether there are words for a key that the server chose. */
    knows: (key: string): key is WordKey => te(key),
    phrase: ({ zh, en }: Phrase) => (language.value === 'en' ? en : zh),
    count: (value: number) => value.toLocaleString(language.value),
    percent: (rate: number) =>
      rate.toLocaleString(language.value, { style: 'percent', maximumFractionDigits: 2, minimumFractionDigits: 0 }),
    list: (words: readonly string[]) => words.join(language.value === 'en' ? ', ' : '、'),
  };
}
