import { createI18n } from 'vue-i18n';
import type { WordFile, Words } from './words.ts';
import zh from './zh-CN/core.json';

export type Locale = 'zh-CN' | 'en';

const FILES = import.meta.glob<Partial<Words>>(['./zh-CN/*.json', './en/*.json', '!./zh-CN/core.json'], {
  import: 'default',
});

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN' as Locale,
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zh } as unknown as Record<Locale, Words>,
});

/** Files that pages have asked for; each is fetched in the language of the page, once. */
const wanted = new Set<WordFile>(['core']);
const fetched = new Map<string, Promise<void>>();

/** Before a page that needs them is shown. */
export async function loadWords(files: readonly WordFile[]): Promise<void> {
  for (const file of files) wanted.add(file);
  const locale = i18n.global.locale.value;
  await Promise.all(files.map((file) => fetchWords(locale, file)));
}

/** English is fetched when somebody asks for it. */
export async function setLocale(locale: Locale): Promise<void> {
  await Promise.all([...wanted].map((file) => fetchWords(locale, file)));
  i18n.global.locale.value = locale;
  document.documentElement.lang = locale;
}

function fetchWords(locale: Locale, file: WordFile): Promise<void> {
  const path = `./${locale}/${file}.json`;
  const words = FILES[path];
  if (!words) return Promise.resolve(); // The Chinese core, which is there already.
  const fetching =
    fetched.get(path) ??
    words().then(
      (found) => i18n.global.mergeLocaleMessage(locale, found),
      (error: unknown) => {
        fetched.delete(path); // The network may be back for the next page.
        throw error;
      },
    );
  fetched.set(path, fetching);
  return fetching;
}
