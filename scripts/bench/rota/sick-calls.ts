import { buildProblem } from '@everyletter/roster/demo/build-problem';
import type { Holding, Problem } from '@everyletter/roster/rota/rules/problem';
import { QUARTER, solve } from './compare-rotas.ts';

/** The busiest leader is away in the third and fourth week. */
const AWAY = { from: '2026-07-15', to: '2026-07-28' } as const;

/** How many turns of others a sick call changes, with what is published kept and planned anew. */
export async function measureSickCalls(): Promise<void> {
  console.log('sick call of two weeks in a quarter: turns of others changed (kept ÷ planned anew), turns that had to');
  for (const leaders of [8, 12]) {
    for (const seed of [1, 2, 3]) {
      const problem = buildProblem({ leaders, ...QUARTER, seed });
      const published = (await solve(problem)).holdings;
      const sick = busiest(problem, published);
      const without = {
        ...problem,
        leaders: problem.leaders.map((one) => (one.id === sick ? { ...one, away: [...one.away, AWAY] } : one)),
      };
      const stays = published.filter((held) => !isHit(held, sick));
      const kept = await solve({ ...without, kept: stays, settledBefore: null } as Problem);
      const anew = await solve(without as Problem);
      const changed = ({ holdings }: { readonly holdings: readonly Holding[] }) =>
        stays.filter((held) => !holds(holdings, held)).length;
      console.log(
        `${leaders} leaders, seed ${seed}  others ${changed(kept)} ÷ ${changed(anew)}  had to ${published.length - stays.length}  ${kept.cpuSeconds.toFixed(1)} ÷ ${anew.cpuSeconds.toFixed(1)} CPU s`,
      );
    }
  }
}

const dayOf = ({ turnKey }: Holding) => turnKey.slice(0, 10);
const isHit = (held: Holding, sick: string) =>
  held.leaderId === sick && dayOf(held) >= AWAY.from && dayOf(held) <= AWAY.to;
const holds = (holdings: readonly Holding[], { turnKey, leaderId }: Holding) =>
  holdings.some((one) => one.turnKey === turnKey && one.leaderId === leaderId);

function busiest({ leaders }: Problem, published: readonly Holding[]): string {
  const hit = (id: string) => published.filter((held) => isHit(held, id)).length;
  return leaders.reduce((most, { id }) => (hit(id) > hit(most) ? id : most), leaders[0]?.id ?? '');
}
