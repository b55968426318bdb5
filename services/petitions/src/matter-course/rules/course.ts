import { Invalid, RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import type { Disposition, MatterState } from '../../petition/rules/states.ts';
import { isAnswered } from '../../petition/rules/triage.ts';

/** 退转 · 撤回 · 并案 · 重新办理 · 归档. */
export const CourseStep = {
  TAKE_BACK: 'TAKE_BACK',
  WITHDRAW: 'WITHDRAW',
  MERGE: 'MERGE',
  REOPEN: 'REOPEN',
  ARCHIVE: 'ARCHIVE',
} as const;
export type CourseStep = (typeof CourseStep)[keyof typeof CourseStep];

/** How a petition and its matter stand before a step. */
export interface CourseStanding {
  readonly disposition: Disposition | null;
  readonly matterState: MatterState;
  readonly receivedOn: LocalDate;
  readonly withdrawnOn: LocalDate | null;
}

const SENT_ON: ReadonlySet<string> = new Set(['TRANSFERRED', 'ASSIGNED_DOWN']);

/**
 * Whether a step may be taken at all.
 * - TAKE_BACK: only what was sent on can come back. Source: 《信访工作条例》23.
 * - WITHDRAW: by the petitioner’s own will, before the answer; it does not end what the office owes in writing.
 * - MERGE: of what is still in hand. - REOPEN: of what was answered. - ARCHIVE: after the answer.
 * @throws RuleBroken naming what stands in the way
 */
export function checkStep(step: CourseStep, standing: CourseStanding): void {
  const { disposition, matterState, withdrawnOn } = standing;
  const field = 'petitionId';
  if (matterState === 'MERGED') throw new RuleBroken('MATTER_ALREADY_MERGED', { field });
  if (step === 'TAKE_BACK' && !SENT_ON.has(disposition ?? '')) throw new RuleBroken('PETITION_NOT_SENT_ON', { field });
  if (step === 'WITHDRAW' && withdrawnOn) throw new RuleBroken('PETITION_ALREADY_WITHDRAWN', { field, withdrawnOn });
  if ((step === 'WITHDRAW' || step === 'MERGE') && isAnswered(matterState)) {
    throw new RuleBroken('MATTER_IN_HAND_NEEDED', { field });
  }
  if (step === 'REOPEN' && !isAnswered(matterState)) throw new RuleBroken('MATTER_NOT_ANSWERED', { field });
  if (step === 'ARCHIVE' && matterState !== 'ANSWERED') throw new RuleBroken('MATTER_NOT_ANSWERED', { field });
}

/** @throws Invalid `STEP_IN_FUTURE`, `STEP_BEFORE_RECEIPT` */
export function checkStepDay(on: LocalDate, receivedOn: LocalDate, today: LocalDate): void {
  if (on > today) throw new Invalid('STEP_IN_FUTURE', { field: 'on', today });
  if (on < receivedOn) throw new Invalid('STEP_BEFORE_RECEIPT', { field: 'on', receivedOn });
}

/** What is still open about a matter that is to be put away. */
export interface OpenEnds {
  /** Petitions whose seven-day reply is owed to somebody who can be reached. */
  readonly unreplied: number;
  readonly returned: number;
  readonly unreadMessages: number;
  readonly openOrders: number;
  readonly openTasks: number;
}

/** Nothing is put away while somebody waits. @throws RuleBroken `ARCHIVE_TOO_EARLY` with what is open */
export function checkOpenEnds(ends: OpenEnds): void {
  const open = Object.entries(ends).filter(([, count]) => count > 0);
  if (open.length > 0)
    throw new RuleBroken('ARCHIVE_TOO_EARLY', { field: 'petitionId', open: open.map(([what]) => what) });
}
