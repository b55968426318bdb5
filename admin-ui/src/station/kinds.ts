import type { introspection } from '../graphql/generated/graphql-env.d.ts';

type Enums = introspection['types'];
export type StationKind = Enums['StationKind']['enumValues'];
export type ServiceKind = Enums['ServiceKind']['enumValues'];
export type Specialty = Enums['Specialty']['enumValues'];
export type Language = Enums['Language']['enumValues'];
export type ExceptionKind = Enums['ExceptionKind']['enumValues'];
export type HalfDay = Enums['HalfDay']['enumValues'];

export const STATION_KINDS = [
  'LAWYER_STATION',
  'LAWYER_RECEPTION_ROOM',
  'ENTERPRISE_WINDOW',
  'CONSULT_WINDOW',
] as const satisfies readonly StationKind[];
export const SERVICE_KINDS = [
  'PETITION_CONSULTATION',
  'SUSPECT_DUTY',
  'DEFENCE_RECEPTION',
  'ENTERPRISE_SERVICE',
] as const satisfies readonly ServiceKind[];
export const SPECIALTIES = [
  'CRIMINAL',
  'CIVIL',
  'ADMINISTRATIVE',
  'LABOUR',
  'FAMILY',
  'ENTERPRISE',
  'STATE_COMPENSATION',
] as const satisfies readonly Specialty[];
export const LANGUAGES = [
  'MANDARIN',
  'CANTONESE',
  'UYGHUR',
  'TIBETAN',
  'MONGOLIAN',
  'KAZAKH',
  'YI',
  'ZHUANG',
  'KOREAN',
  'ENGLISH',
  'SIGN_LANGUAGE',
] as const satisfies readonly Language[];
export const EXCEPTION_KINDS = ['CLOSE', 'RAISE', 'LOWER'] as const satisfies readonly ExceptionKind[];
export const HALVES = ['MORNING', 'AFTERNOON'] as const satisfies readonly HalfDay[];
/** 1 is Monday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** A Monday, from which the names of the days are told. */
const A_MONDAY = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;

/** The name of a weekday in the language of the page; 1 is Monday. */
export function weekdayName(day: number, locale: string, width: 'short' | 'narrow' = 'short'): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' });
  return format.format(new Date(A_MONDAY + (day - 1) * DAY_MS));
}
