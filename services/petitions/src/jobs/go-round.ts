import type { Round } from '@everyletter/kit/rounds';
import type { Context } from '../context.ts';
import { movePetitions } from '../policy-pack/change-policy-pack.ts';
import { checkClocks } from '../recount/check-clocks.ts';
import { scanReminders } from '../reminder/scan-reminders.ts';
import { beginMarking } from '../search-mark/mark-earlier.ts';

/** Every minute: who must be told, whose pack has come into force, once a day whether the stored days are true; figures. */
export const goRound: Round<Context> = {
  everySeconds: 60,
  institutionsBy: 'petitions.institution_ids',
  async run(context) {
    const raised = await scanReminders(context);
    if (raised === null) return;
    await movePetitions(context);
    await checkClocks(context);
    await context.reports.fold();
    await beginMarking(context);
  },
};
