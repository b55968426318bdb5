import { daysBetween } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import { coveragePeriod, type Period } from '../coverage/rules/coverage.ts';
import { askDraft } from '../planning/ask-draft.ts';
import type { GapSplit } from '../planning/rules/split-gaps.ts';

/** Longer periods are not searched; days: a quarter, as long as a plan may be. */
const SPLIT_MAX_DAYS = 92;

/**
 * What is open of the published plan, by what could be done about it with the lawyers there are; `null` for periods
 * longer than a plan. @throws as `coverageReport`
 */
export async function gapSplit(institutionId: string, asked: Period, context: Context): Promise<GapSplit | null> {
  const period = coveragePeriod(asked, 'period');
  if (daysBetween(period.from, period.to) >= SPLIT_MAX_DAYS) return null;
  return askDraft(await context.planningInputs.of(institutionId, period), { kind: 'SPLIT' });
}
