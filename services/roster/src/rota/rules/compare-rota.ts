import type { LocalDate } from '@everyletter/kit/time';
import { isWorkday, type WorkCalendar } from '@everyletter/kit/workdays';
import type { Holding, Leader } from './problem.ts';
import { halvesOf, type Turn } from './turns.ts';

/** One leader in one half-day. */
export interface Duty {
  readonly date: string;
  readonly halfDay: string;
  readonly leaderId: string;
}

/** Both: somebody takes over; one alone: a duty that falls away or is new. */
export interface RotaChange {
  readonly date: string;
  readonly halfDay: string;
  readonly removedId: string | null;
  readonly addedId: string | null;
}

/** The half-days of a rota, by day, morning first. */
export function dutiesOf(turns: readonly Turn[], holdings: readonly Holding[]): Duty[] {
  const byKey = Map.groupBy(holdings, ({ turnKey }) => turnKey);
  return turns.flatMap(({ key, date, span }) =>
    halvesOf(span).flatMap((halfDay) => (byKey.get(key) ?? []).map(({ leaderId }) => ({ date, halfDay, leaderId }))),
  );
}

/** What publishing would change. In a half-day, who goes and who comes are paired, so that what was booked stays. */
export function compareRota(published: readonly Duty[], wanted: readonly Duty[]): RotaChange[] {
  const place = ({ date, halfDay }: Duty) => `${date} ${halfDay === 'MORNING' ? 1 : 2}`;
  const before = Map.groupBy(published, place);
  const after = Map.groupBy(wanted, place);
  const places = [...new Set([...before.keys(), ...after.keys()])].sort();
  return places.flatMap((key) => {
    const [was, will] = [before.get(key) ?? [], after.get(key) ?? []];
    const removed = missingFrom(was, will);
    const added = missingFrom(will, was);
    const [{ date, halfDay }] = [...was, ...will] as [Duty];
    return Array.from({ length: Math.max(removed.length, added.length) }, (_, at) => ({
      date,
      halfDay,
      removedId: removed[at] ?? null,
      addedId: added[at] ?? null,
    }));
  });
}

function missingFrom(some: readonly Duty[], others: readonly Duty[]): string[] {
  const there = new Set(others.map(({ leaderId }) => leaderId));
  return some.map(({ leaderId }) => leaderId).filter((id) => !there.has(id));
}

/** Why what was published cannot stay: whoever held it is away, or the day is no longer worked. */
export function causeOf(
  { date, removedId }: Pick<RotaChange, 'date' | 'removedId'>,
  leaders: readonly Pick<Leader, 'id' | 'away'>[],
  calendar: WorkCalendar,
): 'AWAY' | 'DAY_OFF' | null {
  if (removedId === null) return null;
  if (!isWorkday(date as LocalDate, calendar)) return 'DAY_OFF';
  const away = leaders.find(({ id }) => id === removedId)?.away ?? [];
  return away.some(({ from, to }) => date >= from && date <= to) ? 'AWAY' : null;
}
