import type { ValuesOf } from '../graphql/enum-values.ts';

export type Specialty = ValuesOf<'Specialty'>;
export type Sponsor = ValuesOf<'Sponsor'>;
export type Language = ValuesOf<'Language'>;
export type Level = ValuesOf<'AvailabilityLevel'>;
export type HalfDay = ValuesOf<'HalfDay'>;

export interface WeeklySlot {
  readonly weekday: number;
  readonly halfDay: HalfDay;
  readonly level: Level;
}

export const SPECIALTIES: readonly Specialty[] = [
  'CRIMINAL',
  'CIVIL',
  'ADMINISTRATIVE',
  'LABOUR',
  'FAMILY',
  'ENTERPRISE',
  'STATE_COMPENSATION',
];
export const SPONSORS: readonly Sponsor[] = ['LEGAL_AID_AGENCY', 'BAR_ASSOCIATION', 'LAW_FIRM_CONTRACT'];
export const LANGUAGES: readonly Language[] = [
  'MANDARIN',
  'CANTONESE',
  'UYGHUR',
  'TIBETAN',
  'MONGOLIAN',
  'KAZAKH',
  'KOREAN',
  'ZHUANG',
  'YI',
  'ENGLISH',
  'SIGN_LANGUAGE',
];
/** From the most willing on. */
export const LEVELS: readonly Level[] = ['PREFERRED', 'AVAILABLE', 'RELUCTANT', 'UNAVAILABLE'];
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export const HALF_DAYS: readonly HalfDay[] = ['MORNING', 'AFTERNOON'];

/** Shape and colour of a level; the word stands beside or is read out. */
export const LEVEL_LOOKS: Readonly<Record<Level, { readonly shape: string; readonly tone: string }>> = {
  PREFERRED: { shape: '★', tone: 'text-jade' },
  AVAILABLE: { shape: '·', tone: 'text-ink-3' },
  RELUCTANT: { shape: '△', tone: 'text-amber' },
  UNAVAILABLE: { shape: '✕', tone: 'font-bold text-ink' },
};
