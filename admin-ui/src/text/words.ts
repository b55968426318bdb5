import type absence from './zh-CN/absence.json';
import type calendar from './zh-CN/calendar.json';
import type caseOwnership from './zh-CN/case-ownership.json';
import type clients from './zh-CN/clients.json';
import type clock from './zh-CN/clock.json';
import type consultation from './zh-CN/consultation.json';
import type core from './zh-CN/core.json';
import type coverage from './zh-CN/coverage.json';
import type daysOff from './zh-CN/days-off.json';
import type hall from './zh-CN/hall.json';
import type handling from './zh-CN/handling.json';
import type lawyers from './zh-CN/lawyers.json';
import type ledger from './zh-CN/ledger.json';
import type mediation from './zh-CN/mediation.json';
import type myDuties from './zh-CN/my-duties.json';
import type partners from './zh-CN/partners.json';
import type petition from './zh-CN/petition.json';
import type policy from './zh-CN/policy.json';
import type portal from './zh-CN/portal.json';
import type publicDesk from './zh-CN/public.json';
import type reception from './zh-CN/reception.json';
import type register from './zh-CN/register.json';
import type report from './zh-CN/report.json';
import type representation from './zh-CN/representation.json';
import type rota from './zh-CN/rota.json';
import type savedView from './zh-CN/saved-view.json';
import type settings from './zh-CN/settings.json';
import type sheet from './zh-CN/sheet.json';
import type stations from './zh-CN/stations.json';
import type swaps from './zh-CN/swaps.json';
import type timeLimit from './zh-CN/time-limit.json';
import type triageDesk from './zh-CN/triage-desk.json';
import type worklistDesk from './zh-CN/worklist-desk.json';
import type worklistSearch from './zh-CN/worklist-search.json';

/**
 * The words by the file they stand in; Chinese is written first. `core` is there from the beginning, the others come
 * with the pages that name them: `definePage({ meta: { words: ['hall'] } })`.
 */
interface Files {
  absence: typeof absence;
  calendar: typeof calendar;
  clients: typeof clients;
  'case-ownership': typeof caseOwnership;
  clock: typeof clock;
  consultation: typeof consultation;
  core: typeof core;
  coverage: typeof coverage;
  'days-off': typeof daysOff;
  hall: typeof hall;
  handling: typeof handling;
  lawyers: typeof lawyers;
  ledger: typeof ledger;
  mediation: typeof mediation;
  'my-duties': typeof myDuties;
  partners: typeof partners;
  petition: typeof petition;
  policy: typeof policy;
  portal: typeof portal;
  public: typeof publicDesk;
  reception: typeof reception;
  register: typeof register;
  representation: typeof representation;
  report: typeof report;
  rota: typeof rota;
  'saved-view': typeof savedView;
  settings: typeof settings;
  sheet: typeof sheet;
  stations: typeof stations;
  swaps: typeof swaps;
  'time-limit': typeof timeLimit;
  'triage-desk': typeof triageDesk;
  'worklist-desk': typeof worklistDesk;
  'worklist-search': typeof worklistSearch;
}

export type WordFile = keyof Files;

/** The shape of a whole language. */
export type Words = Together<Files[WordFile]>;
/** A section may stand in several files, as `errors` does. */
type Together<T> = (T extends unknown ? (file: T) => void : never) extends (all: infer All) => void ? All : never;

/** Dotted paths of the leaves: a key that stands in no Chinese file does not compile. */
export type WordKey = Leaves<Words>;
type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaves<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

declare module 'vue-router' {
  interface RouteMeta {
    /** The files of words this page needs beside `core`. */
    readonly words?: readonly WordFile[];
    /** For people without an account: needs no session and shows no frame. */
    readonly open?: boolean;
  }
}
