import { Category, Channel, Track } from '../../petition/rules/kinds.ts';
import { AgeingBucket } from './ageing.ts';
import type { FigureCode } from './figures.ts';

/** By what the figures of petitions may be broken down. */
export const PetitionGrouping = {
  MONTH: 'MONTH',
  CHANNEL: 'CHANNEL',
  CATEGORY: 'CATEGORY',
  TRACK: 'TRACK',
  DEPARTMENT: 'DEPARTMENT',
  HANDLER: 'HANDLER',
  AGE: 'AGE',
} as const;
export type PetitionGrouping = (typeof PetitionGrouping)[keyof typeof PetitionGrouping];

const STOCK: readonly FigureCode[] = ['OVERDUE_NOW', 'UNANSWERED', 'UNANSWERED_OVERDUE'];

/** What stands as of today has no month; only what is unanswered has an age. */
export function isGroupedBy(code: FigureCode, grouping: PetitionGrouping | null): boolean {
  if (grouping === 'MONTH') return !STOCK.includes(code);
  return grouping === 'AGE' ? code === 'UNANSWERED' : true;
}

/** Groups of people by what they wrote about or how they are dealt with: small ones are not told to a reporter. */
export function isOfPeople(grouping: PetitionGrouping | null): boolean {
  return grouping === 'CATEGORY' || grouping === 'TRACK';
}

const KNOWN: Readonly<Partial<Record<PetitionGrouping, readonly string[]>>> = {
  CHANNEL: Object.values(Channel),
  CATEGORY: Object.values(Category),
  TRACK: Object.values(Track),
  AGE: Object.values(AgeingBucket).filter((bucket) => bucket !== AgeingBucket.OVERDUE),
};

/** Groups that are told also when nothing is in them. */
export function knownGroups(grouping: PetitionGrouping): readonly string[] {
  return KNOWN[grouping] ?? [];
}
