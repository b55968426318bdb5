import type { LocalDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import type { Context } from '../context.ts';
import { Opinion } from './opinion.entity.ts';
import { dueDay } from './rules/answer-due.ts';

/** What the office still owes, counted again by a newer calendar and the rule it was given under. How many moved. */
export async function recountOpinions(calendar: WorkCalendar, context: Context): Promise<number> {
  const { em, dutyPolicies, viewer } = context;
  const { institutionId } = viewer;
  const owed = await em.find(Opinion, { institutionId, answeredOn: null });
  let moved = 0;
  for (const opinion of owed) {
    const { opinionAnswer } = await dutyPolicies.ofVersion(opinion.policyVersion);
    const due = dueDay(opinion.givenOn as LocalDate, opinionAnswer, calendar);
    if (due.on !== opinion.dueOn) moved += 1;
    opinion.dueOn = due.on;
    opinion.provisional = due.provisional;
    opinion.calendarVersion = calendar.version;
  }
  await em.flush();
  return moved;
}
