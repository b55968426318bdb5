import type { PlanTurn } from './plan-fragments.ts';
import { cellKey } from './rota-cells.ts';

export interface Move {
  readonly turnKey: string;
  readonly removeId: string | null;
  readonly addId: string | null;
}

/** The turn a leader holds on a day. */
export function turnAt(turns: readonly PlanTurn[], at: string): PlanTurn | undefined {
  return turns.find(({ date, leaderIds }) => leaderIds.some((id) => cellKey(id, date) === at));
}

const leaderOf = (at: string) => at.slice(0, at.lastIndexOf(' '));
const dayOf = (at: string) => at.slice(at.lastIndexOf(' ') + 1);

/**
 * What putting a turn down means: on the same day it is handed over, or exchanged when the other has a turn there; on
 * another day two leaders exchange their turns. Null when there is nothing to exchange.
 */
export function movesFor(turns: readonly PlanTurn[], from: string, to: string): Move[] | null {
  const given = turnAt(turns, from);
  if (!given || leaderOf(from) === leaderOf(to)) return null;
  const [giver, taker] = [leaderOf(from), leaderOf(to)];
  const exchanged = turnAt(turns, to);
  if (exchanged?.key === given.key) return null;
  const handOver = { turnKey: given.key, removeId: giver, addId: taker };
  if (exchanged) return [handOver, { turnKey: exchanged.key, removeId: taker, addId: giver }];
  return dayOf(from) === dayOf(to) ? [handOver] : null;
}

export function undoOf(moves: readonly Move[]): Move[] {
  return moves.map(({ turnKey, removeId, addId }) => ({ turnKey, removeId: addId, addId: removeId })).reverse();
}

/** A seat nobody has taken on the day. */
export function openTurn(turns: readonly PlanTurn[], at: string): PlanTurn | undefined {
  return turns.find(
    ({ date, need, leaderIds }) => date === dayOf(at) && leaderIds.length < need && !leaderIds.includes(leaderOf(at)),
  );
}

export { leaderOf };
