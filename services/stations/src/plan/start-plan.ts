import { Invalid, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { daysBetween } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Period } from '../coverage/rules/coverage.ts';
import { askDraft } from '../planning/ask-draft.ts';
import type { Assumption } from '../planning/rules/planning-input.ts';
import { type Absence, CoveragePlan, type PlanMode } from './coverage-plan.entity.ts';
import { draftInput, hashOf, inputOf } from './draft-problem.ts';

/** Longest period of one plan. Days: a quarter. */
const PERIOD_MAX_DAYS = 92;
/** Moves of the search for each seat: enough for a district’s month to come within 0.6 % of the bound. */
const MOVES_A_SEAT = 12_000;
const [MOVES_MIN, MOVES_MAX] = [300_000, 30_000_000];
const [FLOWS_SMALL, FLOWS_LARGE, LARGE_SEATS] = [40, 6, 1500] as const;
/** What leaving a lawyer where they are published saves: more than any liking, less than an open seat. */
const KEEP_BONUS = 40;

export interface PlanTerms {
  readonly period: Period;
  readonly mode: PlanMode;
  readonly seed: number;
  readonly absences?: readonly Absence[];
  readonly assumptions?: readonly Assumption[];
  /** A draft to go on from, instead of what is published. */
  readonly after?: CoveragePlan | null;
}

/**
 * Makes a draft of what is published, or goes on from another draft; unless it is to be changed by hand, a job then
 * searches for a better one. @throws Invalid `PERIOD_REVERSED`, `PLAN_PERIOD_TOO_LONG`; RuleBroken
 * `PLAN_IN_THE_PAST`, `PLAN_WITHOUT_SEATS`; NotFound `CALENDAR_NOT_FOUND`
 */
export async function startPlan(terms: PlanTerms, context: Context): Promise<CoveragePlan> {
  const { em, coveragePlans } = context;
  checkPeriod(terms.period, context);
  const plan = await newPlan(terms, context);
  const { after } = terms;
  const input = await (after ? draftInput(plan, context, { keptBy: after }) : inputOf(plan, context));
  if (input.seats.length === 0) throw new RuleBroken('PLAN_WITHOUT_SEATS', { field: 'from' });
  const { seats, cost } = await askDraft(input, { kind: 'PLAN' });
  const budget = budgetOf(terms.mode, seats.length);
  plan.inputHash = hashOf(input);
  Object.assign(plan, budget, { seatCount: seats.length });
  plan.noteChange(cost.openSeats, cost.total);
  if (budget.moves === 0) plan.state = 'READY';
  em.persist(plan);
  await em.flush();
  await coveragePlans.keepSeats(plan, seats);
  if (plan.state === 'SOLVING') await context.enqueue('stations.coverage-plan', { planId: plan.id });
  const facts = { mode: terms.mode, ...terms.period, seats: seats.length };
  await auditChange(context, { action: 'START_PLAN', subjectType: 'CoveragePlan', subjectId: plan.id, facts });
  return plan;
}

function checkPeriod({ from, to }: Period, { today }: Context): void {
  if (from > to) throw new Invalid('PERIOD_REVERSED', { field: 'to' });
  if (from < today) throw new RuleBroken('PLAN_IN_THE_PAST', { field: 'from', today });
  if (daysBetween(from, to) >= PERIOD_MAX_DAYS) {
    throw new Invalid('PLAN_PERIOD_TOO_LONG', { field: 'to', maxDays: PERIOD_MAX_DAYS });
  }
}

async function newPlan(terms: PlanTerms, { em, viewer, now, coveragePlans }: Context): Promise<CoveragePlan> {
  const { period, mode, seed, after } = terms;
  const { institutionId } = viewer;
  return em.create(CoveragePlan, {
    id: newId(now),
    institutionId,
    fromDate: period.from,
    toDate: period.to,
    mode,
    state: 'SOLVING',
    baseRevision: after?.baseRevision ?? (await coveragePlans.revisionOf(institutionId, period)),
    inputHash: '',
    seed,
    moves: 0,
    flows: 0,
    keepBonus: 0,
    seatCount: 0,
    openSeats: 0,
    assumptions: [...(after?.assumptions ?? []), ...(terms.assumptions ?? [])],
    absences: [...(after?.absences ?? []), ...(terms.absences ?? [])],
    createdById: viewer.accountId,
    createdAt: now,
  });
}

function budgetOf(mode: PlanMode, seats: number) {
  if (mode === 'COPY') return { moves: 0, flows: 0, keepBonus: 0 };
  const moves = Math.min(MOVES_MAX, Math.max(MOVES_MIN, seats * MOVES_A_SEAT));
  const flows = seats > LARGE_SEATS ? FLOWS_LARGE : FLOWS_SMALL;
  return { moves, flows, keepBonus: mode === 'FILL' ? KEEP_BONUS : 0 };
}
