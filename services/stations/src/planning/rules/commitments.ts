import type { LocalDate } from '@everyletter/kit/time';
import type { Commitment, PlanningInput } from './planning-input.ts';

/** What somebody serves outside the plan, by day and lawyer. */
export type Busy = ReadonlyMap<LocalDate, ReadonlyMap<string, readonly Commitment[]>>;

export function commitmentsOf({ commitments }: Pick<PlanningInput, 'commitments'>): Busy {
  const byDay = Map.groupBy(commitments, ({ date }) => date);
  return new Map([...byDay].map(([date, own]) => [date, Map.groupBy(own, ({ lawyerId }) => lawyerId)]));
}
