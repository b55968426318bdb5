import { addDays } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import type { Absence, CoveragePlan } from './coverage-plan.entity.ts';
import { startPlan } from './start-plan.ts';

/** Duties around the absence that may change for it. Calendar days. */
const AROUND_DAYS = 14;

/**
 * Somebody cannot come: a draft in which they serve no half-day of these days and as few others as can be change.
 * @throws as `startPlan`
 */
export function planAroundAbsence({ lawyerId, from, to }: Absence, context: Context): Promise<CoveragePlan> {
  const begin = from < context.today ? context.today : from;
  const period = { from: begin, to: addDays(to, AROUND_DAYS) };
  return startPlan({ period, mode: 'FILL', seed: 1, absences: [{ lawyerId, from: begin, to }] }, context);
}
