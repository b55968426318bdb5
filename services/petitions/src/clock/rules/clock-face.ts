import { daysBetween, type LocalDate } from '@everyletter/kit/time';
import { type Clock, type ClockState, clockState, type FoldedKind } from './clock.ts';
import type { Phrase } from './explanation.ts';

/** What of a clock its face is read from. */
export type FacedClock = Omit<Clock, 'kind' | 'steps'> & { readonly kind: FoldedKind };

/** What people see of a clock: ticks with words beside them, never colour alone. */
export interface ClockFace {
  readonly state: ClockState;
  /** Calendar days from start to due day. */
  readonly totalDays: number;
  /** Until the due day; negative when overdue, null unless the clock runs. */
  readonly remainingDays: number | null;
  readonly ticks: number;
  readonly usedTicks: number;
  readonly label: Phrase;
}

/** A tick a day for the seven days, a tick a week for the three months. */
const TICKS: Readonly<Record<FoldedKind, number>> = {
  PROCEDURAL: 7,
  SUBSTANTIVE: 12,
  FOLLOW_UP: 4,
  WRONG_TRANSFER_OBJECTION: 5,
  SUPERIOR_REPORT: 4,
  URGENT: 1,
  CATEGORY: 5,
};

/** Reads a clock on `today`. */
export function clockFace(clock: FacedClock, today: LocalDate, warnDays: number): ClockFace {
  const state = clockState(clock, today, warnDays);
  const ticks = TICKS[clock.kind];
  if (!clock.startedOn || !clock.dueOn) {
    return { state, totalDays: 0, remainingDays: null, ticks, usedTicks: 0, label: NOT_STARTED };
  }
  const totalDays = daysBetween(clock.startedOn, clock.dueOn);
  const left = daysBetween(today, clock.dueOn);
  const used = state === 'STOPPED' ? ticks : Math.round(((totalDays - left) / Math.max(1, totalDays)) * ticks);
  return {
    state,
    totalDays,
    remainingDays: state === 'STOPPED' ? null : left,
    ticks,
    usedTicks: Math.max(0, Math.min(ticks, used)),
    label: clock.stoppedOn ? answeredLabel(daysBetween(clock.dueOn, clock.stoppedOn)) : leftLabel(left),
  };
}

const NOT_STARTED: Phrase = { zh: '未起算', en: 'Not started' };

/** An answer after the due day is an answer, but never looks like one in time. */
function answeredLabel(late: number): Phrase {
  if (late <= 0) return { zh: '已回复', en: 'Answered' };
  return { zh: `迟复 ${late} 天`, en: `Sent ${late} d late` };
}

function leftLabel(days: number): Phrase {
  if (days < 0) return { zh: `逾期 ${-days} 天`, en: `${-days} d overdue` };
  return days === 0 ? { zh: '今日到期', en: 'Due today' } : { zh: `剩 ${days} 天`, en: `${days} d left` };
}
