import type { ValuesOf } from '../graphql/enum-values.ts';

export type Channel = ValuesOf<'Channel'>;
export type Category = ValuesOf<'Category'>;
export type Track = ValuesOf<'Track'>;
export type PetitionState = ValuesOf<'PetitionState'>;
export type Disposition = ValuesOf<'Disposition'>;
export type ClockKind = ValuesOf<'ClockKind'>;
export type ClockState = ValuesOf<'ClockState'>;
export type WorklistView = ValuesOf<'WorklistView'>;
export type WorklistOrder = ValuesOf<'WorklistOrder'>;
export type ContactChannel = ValuesOf<'ContactChannel'>;
export type ContactOutcome = ValuesOf<'ContactOutcome'>;
export type RevealField = ValuesOf<'RevealField'>;
export type RevealPurpose = ValuesOf<'RevealPurpose'>;

/** In the order people of the desk expect them in a list. */
export const CHANNELS = [
  'LETTER',
  'ONLINE',
  'VISIT',
  'PHONE',
  'FAX',
  'SUPERIOR_ASSIGNED',
  'TRANSFERRED_IN',
] as const satisfies readonly Channel[];

export const CATEGORIES = [
  'ACCUSATION',
  'REPORT',
  'CRIMINAL_APPEAL',
  'CIVIL_SUPERVISION',
  'ADMINISTRATIVE_SUPERVISION',
  'STATE_COMPENSATION',
  'JUDICIAL_ASSISTANCE',
  'PUBLIC_INTEREST_CLUE',
  'STAFF_MISCONDUCT',
  'SUGGESTION',
  'LEGAL_CONSULTATION',
  'OTHER',
] as const satisfies readonly Category[];

export const TRACKS = [
  'CLEAR_NATURE',
  'HARD_TO_CLASSIFY',
  'REAL_NAME',
  'SUPERIOR_ASSIGNED',
  'RESULT_READY',
] as const satisfies readonly Track[];

export const STATES = [
  'RECEIVED',
  'REGISTERED',
  'MATERIALS_REQUESTED',
  'DISPOSED',
] as const satisfies readonly PetitionState[];

export const CLOCK_STATES = [
  'NOT_STARTED',
  'RUNNING',
  'DUE_SOON',
  'OVERDUE',
  'STOPPED',
] as const satisfies readonly ClockState[];

export const DISPOSITIONS = [
  'ACCEPTED',
  'TRANSFERRED',
  'ASSIGNED_DOWN',
  'DECLINED',
  'REDIRECTED',
  'FILED',
] as const satisfies readonly Disposition[];

export const VIEWS = [
  'ALL',
  'DUE_TODAY',
  'DUE_SOON',
  'OVERDUE',
  'UNTRIAGED',
  'RETURNED',
  'SUPERIOR',
  'MINE',
  'ANSWERED',
] as const satisfies readonly WorklistView[];

export const ORDERS = ['RECEIVED_NEWEST', 'RECEIVED_OLDEST', 'DUE_FIRST'] as const satisfies readonly WorklistOrder[];

export const CONTACT_CHANNELS = [
  'PHONE',
  'MESSAGE',
  'LETTER',
  'HOME_VISIT',
] as const satisfies readonly ContactChannel[];

export const CONTACT_OUTCOMES = [
  'REACHED',
  'NOT_CONNECTED',
  'NO_ANSWER',
  'WRONG_CONTACT',
  'REFUSED',
] as const satisfies readonly ContactOutcome[];

export const REVEAL_FIELDS = [
  'NAME',
  'ID_NUMBER',
  'PHONE',
  'ADDRESS',
  'BODY',
] as const satisfies readonly RevealField[];

export const REVEAL_PURPOSES = [
  'READ_THE_LETTER',
  'CONTACT_PETITIONER',
  'VERIFY_IDENTITY',
  'PREPARE_REPLY',
  'SUPERVISION',
] as const satisfies readonly RevealPurpose[];
