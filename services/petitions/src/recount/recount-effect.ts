import type { LocalDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import { kindOfClock, type PetitionClockName } from '../clock/petition-clock.entity.ts';
import { type Clock, type FoldedKind, foldClock } from '../clock/rules/clock.ts';
import { foldFollowUp } from '../clock/rules/follow-up.ts';
import type { Context } from '../context.ts';
import type { PolicyPack } from '../policy-pack/rules/policy-pack.ts';
import type { TermsInForce } from '../policy-pack/terms.repository.ts';
import type { OpenClock } from './open-clocks.repository.ts';

/** A day that would be another one, or would be certain. */
export interface ClockMoveFound {
  readonly number: string;
  readonly kind: FoldedKind;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Whether the new day is still provisional. */
  readonly provisional: boolean;
}

/** What other terms would do to every clock that runs. */
export interface RecountEffect {
  readonly open: number;
  /** Days that hold but would no longer be provisional. */
  readonly settled: number;
  /** The days that move, the earliest first. */
  readonly moves: readonly ClockMoveFound[];
}

/** Under which terms a clock would be counted; `null` leaves it as it is. */
export type NewTerms = (clock: OpenClock) => Promise<TermsInForce | null>;

/** Counts every running clock again without changing anything. */
export async function recountEffect(newTerms: NewTerms, { openClocks }: Context): Promise<RecountEffect> {
  const moves: ClockMoveFound[] = [];
  let [open, settled] = [0, 0];
  for await (const clock of openClocks.all()) {
    open += 1;
    const terms = await newTerms(clock);
    const counted = terms && clock.dueOn ? recounted(clock, terms) : null;
    if (!counted?.dueOn || !clock.dueOn) continue;
    const { number, clock: name, dueOn: from } = clock;
    if (counted.dueOn === from) settled += clock.provisional && !counted.provisional ? 1 : 0;
    else moves.push({ number, kind: kindOf(name), from, to: counted.dueOn, provisional: counted.provisional });
  }
  moves.sort((one, other) => compare(one.from, other.from) || compare(one.number, other.number));
  return { open, settled, moves };
}

/** A running clock under other terms. */
export function recounted({ clock, events, firstDueOn }: OpenClock, terms: TermsInForce): Clock {
  if (clock === 'FOLLOW_UP') return foldFollowUp(firstDueOn, events, terms);
  const own = terms.pack.categoryClocks.find(({ code }) => clock === `CATEGORY:${code}`);
  return foldClock(kindOf(clock), events, own ? { ...terms, period: own.period } : terms);
}

/** Each clock by the pack it was started under, and another calendar. */
export function underCalendar(calendar: WorkCalendar, { terms }: Context): NewTerms {
  return async (clock) => ({ pack: (await terms.of(clock)).pack, calendar });
}

/** Each clock by another pack, and the calendar in force. */
export function underPack(pack: PolicyPack, { terms }: Context): NewTerms {
  return async () => ({ pack, calendar: (await terms.current()).calendar });
}

function kindOf(clock: OpenClock['clock']): FoldedKind {
  if (clock === 'PROCEDURAL' || clock === 'SUBSTANTIVE' || clock === 'FOLLOW_UP') return clock;
  return kindOfClock(clock as PetitionClockName);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
