import type { Wishes } from '../../rota/rules/problem.ts';
import { DEFAULT_WISHES } from '../../rota/rules/wishes.ts';

export type HalfDayName = 'MORNING' | 'AFTERNOON';

/** Wall-clock times `HH:MM`, the end excluded. */
export interface Hours {
  readonly from: string;
  readonly to: string;
}

/** What an institution decides about its leaders' reception; every number is data with its legal basis. */
export interface ReceptionSettings {
  readonly hours: Readonly<Record<HalfDayName, Hours>>;
  /** Minutes of one conversation: the grid of the appointments. */
  readonly slotMinutes: number;
  /** Sessions of half a day or longer that each leader owes a year. */
  readonly minimumSessions: number;
  readonly legalBasis: string;
  /** What a rota is to look like. */
  readonly wishes: Wishes;
}

/** Source: 人民检察院信访工作规定 (2007) for the twelve sessions; whether the 2025 text keeps them is unsure. */
export const DEFAULT_SETTINGS: ReceptionSettings = {
  hours: { MORNING: { from: '09:00', to: '11:30' }, AFTERNOON: { from: '14:00', to: '17:00' } },
  slotMinutes: 30,
  minimumSessions: 12,
  legalBasis: '《人民检察院信访工作规定》（2007年）：各级检察院检察长每年至少接待十二次，每次不少于半天',
  wishes: DEFAULT_WISHES,
};

/** The half-day's hours on one day. */
export function hoursOf(settings: ReceptionSettings, halfDay: string): Hours {
  return settings.hours[halfDay as HalfDayName];
}
