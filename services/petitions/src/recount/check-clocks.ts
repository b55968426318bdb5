import type { Context } from '../context.ts';
import { recounted } from './recount-effect.ts';

/** Numbers kept of a check; more than this is told by the first of them. */
const TOLD_MAX = 100;

/** Folds every running clock anew under the versions it was counted by, and holds the stored day against it; once a day. */
export async function checkClocks(context: Context): Promise<void> {
  const { em, openClocks, reminders, terms, today } = context;
  if ((await reminders.roundMark()).checkedOn === today) return;
  const differing: string[] = [];
  let checked = 0;
  for await (const clock of openClocks.all()) {
    checked += 1;
    const { dueOn } = recounted(clock, await terms.of(clock));
    if (dueOn !== clock.dueOn && differing.length < TOLD_MAX) differing.push(clock.number);
  }
  await em.execute('update petitions.round_mark set checked_on = ?, checked = ?, differing = ?::jsonb', [
    today,
    checked,
    JSON.stringify(differing),
  ]);
}
