import { Invalid, RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';

/** 待审批 · 已批准 · 未批准 · 已撤回. */
export const ExtensionState = {
  REQUESTED: 'REQUESTED',
  APPROVED: 'APPROVED',
  REFUSED: 'REFUSED',
  WITHDRAWN: 'WITHDRAWN',
} as const;
export type ExtensionState = (typeof ExtensionState)[keyof typeof ExtensionState];

/** The three months of the matter, and what was granted or is being asked. */
export interface ExtensionStanding {
  readonly startedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly stoppedOn: LocalDate | null;
  /** Months of each extension granted before. */
  readonly granted: readonly number[];
  readonly isAsked: boolean;
  readonly today: LocalDate;
}

/** The pack's. Unit: months, of all extensions together. */
export interface ExtensionLimits {
  readonly maxCount: number;
  readonly maxMonths: number;
}

/**
 * More time may be asked while the three months run, not when they are over: it must not make a late answer timely.
 * @throws Invalid `EXTENSION_MONTHS_INVALID`; RuleBroken `EXTENSION_NO_CLOCK`, `EXTENSION_ALREADY_ASKED`,
 *   `EXTENSION_AFTER_DUE`, `EXTENSION_TOO_OFTEN`, `EXTENSION_TOO_LONG`
 */
export function checkExtension(months: number, standing: ExtensionStanding, limits: ExtensionLimits): void {
  if (!Number.isInteger(months) || months < 1) throw new Invalid('EXTENSION_MONTHS_INVALID', { field: 'months' });
  if (standing.isAsked) throw new RuleBroken('EXTENSION_ALREADY_ASKED', { field: 'petitionId' });
  checkStillRunning(standing);
  const { maxCount, maxMonths } = limits;
  if (standing.granted.length >= maxCount) throw new RuleBroken('EXTENSION_TOO_OFTEN', { field: 'months', maxCount });
  const left = monthsLeft(standing.granted, limits);
  if (months > left) throw new RuleBroken('EXTENSION_TOO_LONG', { field: 'months', maxMonths, left });
}

/** @throws RuleBroken `EXTENSION_NO_CLOCK`, `EXTENSION_AFTER_DUE` */
export function checkStillRunning({
  startedOn,
  dueOn,
  stoppedOn,
  today,
}: Omit<ExtensionStanding, 'granted' | 'isAsked'>): void {
  if (!startedOn || !dueOn || stoppedOn) throw new RuleBroken('EXTENSION_NO_CLOCK', { field: 'petitionId' });
  if (today > dueOn) throw new RuleBroken('EXTENSION_AFTER_DUE', { field: 'petitionId', dueOn });
}

/** How many months may still be asked for; 0 when none. */
export function monthsLeft(granted: readonly number[], { maxCount, maxMonths }: ExtensionLimits): number {
  if (granted.length >= maxCount) return 0;
  return Math.max(0, maxMonths - granted.reduce((sum, months) => sum + months, 0));
}
