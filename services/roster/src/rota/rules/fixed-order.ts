import { type Holding, isAway, type Leader, type Problem } from './problem.ts';

/**
 * The rota offices make by hand: leaders in a fixed order, whoever is away is passed over and comes next. What a plan
 * is compared with.
 */
export function fixedOrderRota({ leaders, turns }: Pick<Problem, 'leaders' | 'turns'>): Holding[] {
  const queue = [...leaders];
  return turns.flatMap((turn) => {
    const holders: Leader[] = [];
    for (let seat = 0; seat < turn.need; seat += 1) {
      const at = queue.findIndex((leader) => !isAway(leader, turn) && !holders.includes(leader));
      if (at < 0) break;
      const [next] = queue.splice(at, 1) as [Leader];
      holders.push(next);
      queue.push(next);
    }
    return holders.map(({ id }) => ({ turnKey: turn.key, leaderId: id }));
  });
}
