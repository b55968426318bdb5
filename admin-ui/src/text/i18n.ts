import { createI18n } from 'vue-i18n';
import zh from './zh-CN.json';

/** The shape of every locale file; Chinese is written first. */
export type Words = typeof zh;
export type Locale = 'zh-CN' | 'en';

/** Dotted paths of the leaves: a key that is not in zh-CN.json does not compile. */
export type WordKey = Leaves<Words>;
type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaves<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN' as Locale,
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zh } as Record<Locale, Words>,
});

/** English is fetched when somebody asks for it. */
export async function setLocale(locale: Locale): Promise<void> {
  const { global } = i18n;
  if (locale === 'en' && !global.availableLocales.includes('en')) {
    const { default: en } = await import('./en.json');
    global.setLocaleMessage('en', en);
  }
  global.locale.value = locale;
  document.documentElement.lang = locale;
}
