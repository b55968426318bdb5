import type { LocalDate } from '@everyletter/kit/time';
import type { HalfDay } from '../../coverage/rules/coverage.ts';
import { bySlot } from '../../requirement/rules/slots.ts';

interface Place {
  readonly stationId: string;
  readonly date: LocalDate;
  readonly halfDay: HalfDay;
  readonly line: number;
  readonly seat: number;
}

interface Held extends Place {
  readonly id: string;
  readonly lawyerId: string;
}

interface Drafted extends Place {
  readonly lawyerId: string | null;
  readonly locked: boolean;
}

/** One seat whose lawyer differs. `assignmentId` is what falls away, where somebody held it. */
export interface PlanChange {
  readonly seat: Place;
  readonly from: string | null;
  readonly to: string | null;
  readonly assignmentId: string | null;
  readonly locked: boolean;
}

/** What a draft changes of what is published, in the order of `bySlot`; seats nobody asks for any more fall away. */
export function changesOf(held: readonly Held[], drafted: readonly Drafted[]): PlanChange[] {
  const key = ({ stationId, date, halfDay, line, seat }: Place) => `${stationId}/${date}/${halfDay}/${line}/${seat}`;
  const before = new Map(held.map((one) => [key(one), one]));
  const asked = new Set(drafted.map(key));
  const changed = drafted.flatMap((seat): PlanChange[] => {
    const there = before.get(key(seat)) ?? null;
    const from = there?.lawyerId ?? null;
    if (from === seat.lawyerId) return [];
    return [{ seat, from, to: seat.lawyerId, assignmentId: there?.id ?? null, locked: seat.locked }];
  });
  const gone = held
    .filter((one) => !asked.has(key(one)))
    .map((seat): PlanChange => ({ seat, from: seat.lawyerId, to: null, assignmentId: seat.id, locked: false }));
  return [...changed, ...gone].sort((one, other) => bySlot(one.seat, other.seat) || one.seat.seat - other.seat.seat);
}
