import { Invalid } from '@everyletter/kit/errors';
import type { Holding, Problem } from '../../rota/rules/problem.ts';

/** One turn: who gives it up, who takes it; one of them may be nobody. */
export interface RotaMove {
  readonly turnKey: string;
  readonly removeId: string | null;
  readonly addId: string | null;
}

/** In order. @throws Invalid `MOVE_INVALID` when who should give it up does not hold it, or nothing is said */
export function applyMoves(
  holdings: readonly Holding[],
  moves: readonly RotaMove[],
  { turns, leaders }: Pick<Problem, 'turns' | 'leaders'>,
): Holding[] {
  let held = [...holdings];
  for (const { turnKey, removeId, addId } of moves) {
    const without = held.filter((one) => one.turnKey !== turnKey || one.leaderId !== removeId);
    const isKnown = turns.some(({ key }) => key === turnKey);
    const isHeld = removeId === null || without.length < held.length;
    const isLeader = addId === null || leaders.some(({ id }) => id === addId);
    if (!isKnown || !isHeld || !isLeader || (removeId === null && addId === null)) {
      throw new Invalid('MOVE_INVALID', { field: 'moves' });
    }
    held = addId === null ? without : [...without, { turnKey, leaderId: addId }];
  }
  return held;
}
