import type { Context } from '../context.ts';
import type { Names } from '../rota/rules/explain-wish.ts';
import { linesOf, type Problem } from '../rota/rules/problem.ts';

/** Names of the leaders and of the departments they answer for. */
export async function namesFor({ leaders }: Problem, { people }: Context): Promise<Names> {
  const staff = await Promise.all(leaders.map(({ id }) => people.staffMember(id)));
  const departments = await Promise.all(linesOf(leaders).map((id) => people.department(id)));
  const names = new Map([...staff, ...departments].map((one) => [one?.id, one?.name ?? '']));
  const nameOf = (id: string) => names.get(id) ?? '';
  return { leader: nameOf, line: nameOf };
}
