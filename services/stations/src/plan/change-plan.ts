import { NotFound, RuleBroken } from '@everyletter/kit/errors';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { type Draft, draftSeats } from '../planning/rules/draft.ts';
import { canApply, fillGaps } from '../planning/rules/fill-gaps.ts';
import { type Assumption, type SeatPlace, seatKey } from '../planning/rules/planning-input.ts';
import { ResidualSearch } from '../planning/rules/residual.ts';
import type { CoveragePlan } from './coverage-plan.entity.ts';
import { draftOf } from './draft-problem.ts';
import { lookAnew } from './look-at-draft.ts';
import { startPlan } from './start-plan.ts';

export interface SeatChange {
  readonly planId: string;
  readonly version: number;
  readonly seat: SeatPlace;
  /** `null` opens the seat. */
  readonly lawyerId: string | null;
  readonly locked: boolean;
}

/**
 * Gives one seat of a draft to somebody, or opens it. Whoever held it leaves; nobody else moves.
 * @throws NotFound `PLAN_NOT_FOUND`, `SEAT_NOT_FOUND`; Conflict `PLAN_CHANGED`; RuleBroken `PLAN_NOT_READY`,
 * `LAWYER_CANNOT_TAKE_SEAT` with the reason
 */
export async function setSeat({ planId, version, seat, lawyerId, locked }: SeatChange, context: Context) {
  const { plan, draft, at } = await changed(planId, version, seat, context);
  const { state, problem } = draft;
  if ((state.plan[at] as number) >= 0) state.unassign(at);
  if (lawyerId !== null) {
    const lawyer = problem.input.lawyers.findIndex(({ id }) => id === lawyerId);
    if (lawyer < 0) throw new NotFound('LAWYER_NOT_FOUND', { field: 'lawyerId' });
    take(draft, at, lawyer);
  }
  problem.frozen[at] = locked ? 1 : 0;
  return keepDraft(plan, draft, context);
}

/**
 * Moves whoever has one seat of a draft to another; whoever has that one comes back in exchange.
 * @throws as `setSeat`
 */
export async function moveSeat(
  { planId, version, from, to }: { planId: string; version: number; from: SeatPlace; to: SeatPlace },
  context: Context,
): Promise<CoveragePlan> {
  const { plan, draft, at } = await changed(planId, version, from, context);
  const { state, problem } = draft;
  const target = problem.input.seats.findIndex((one) => seatKey(one) === seatKey(to));
  if (target < 0) throw new NotFound('SEAT_NOT_FOUND', { field: 'to' });
  const [mover, other] = [state.lawyerOf(at), state.lawyerOf(target)];
  for (const seat of [at, target]) if ((state.plan[seat] as number) >= 0) state.unassign(seat);
  take(draft, target, mover);
  take(draft, at, other);
  return keepDraft(plan, draft, context);
}

/** @throws RuleBroken `LAWYER_CANNOT_TAKE_SEAT` */
function take({ state }: Draft, seat: number, lawyer: number): void {
  if (lawyer < 0) return;
  const edge = state.edge(seat, lawyer);
  const reason = edge < 0 ? 'NOT_ELIGIBLE' : state.blockOf(seat, lawyer);
  if (reason) throw new RuleBroken('LAWYER_CANNOT_TAKE_SEAT', { field: 'lawyerId', reason });
  state.assign(seat, edge);
}

/**
 * Fills an open seat along its chain.
 * @throws as `setSeat`; RuleBroken `GAP_UNAVOIDABLE` when there is none
 */
export async function fillGap(
  { planId, version, seat }: Pick<SeatChange, 'planId' | 'version' | 'seat'>,
  context: Context,
): Promise<CoveragePlan> {
  const { plan, draft, at } = await changed(planId, version, seat, context);
  const { chain } = new ResidualSearch(draft.state).search(at);
  if ((draft.state.plan[at] as number) >= 0 || !chain || !canApply(draft.state, chain)) {
    throw new RuleBroken('GAP_UNAVOIDABLE', { field: 'seat' });
  }
  fillGaps(draft.state, (other) => draft.problem.frozen[other] === 1, [at]);
  return keepDraft(plan, draft, context);
}

/** A new draft that supposes one thing more and fills what that fills. @throws as `startPlan`, `PLAN_NOT_FOUND` */
export async function tryRemedy(planId: string, assumption: Assumption, context: Context): Promise<CoveragePlan> {
  const after = await context.coveragePlans.change(planId);
  after.checkReady(after.version);
  const { seed } = after;
  const plan = await startPlan(
    { period: after.period(), mode: 'COPY', seed, after, assumptions: [assumption] },
    context,
  );
  const draft = await draftOf(plan, context);
  fillGaps(draft.state, (seat) => draft.problem.frozen[seat] === 1);
  return keepDraft(plan, draft, context);
}

/** The search ends soon, with the best so far. @throws NotFound `PLAN_NOT_FOUND` */
export async function stopPlan(planId: string, context: Context): Promise<CoveragePlan> {
  const plan = await context.coveragePlans.change(planId);
  plan.stopWanted = true;
  await context.em.flush();
  return plan;
}

/**
 * The draft is made the best there is, and that is proved; or as good as it gets until somebody stops it.
 * @throws NotFound `PLAN_NOT_FOUND`; Conflict `PLAN_CHANGED`; RuleBroken `PLAN_NOT_READY`, `PLAN_TOO_LARGE_TO_PROVE`
 */
export async function provePlan(planId: string, version: number, context: Context): Promise<CoveragePlan> {
  const plan = await context.coveragePlans.change(planId);
  plan.prove(version);
  await context.enqueue('stations.coverage-plan', { planId });
  await auditChange(context, { action: 'PROVE_PLAN', subjectType: 'CoveragePlan', subjectId: planId, facts: {} });
  await context.em.flush();
  await context.announce('coveragePlanChanged', planId);
  return plan;
}

/** @throws NotFound `PLAN_NOT_FOUND`; RuleBroken `PLAN_ALREADY_PUBLISHED` */
export async function discardPlan(planId: string, context: Context): Promise<CoveragePlan> {
  const plan = await context.coveragePlans.change(planId);
  plan.discard();
  await auditChange(context, { action: 'DISCARD_PLAN', subjectType: 'CoveragePlan', subjectId: plan.id, facts: {} });
  await context.em.flush();
  await context.announce('coveragePlanChanged', planId);
  return plan;
}

async function changed(planId: string, version: number, seat: SeatPlace, context: Context) {
  const plan = await context.coveragePlans.change(planId);
  plan.checkReady(version);
  const draft = await draftOf(plan, context);
  const at = draft.problem.input.seats.findIndex((one) => seatKey(one) === seatKey(seat));
  if (at < 0) throw new NotFound('SEAT_NOT_FOUND', { field: 'seat' });
  return { plan, draft, at };
}

async function keepDraft(plan: CoveragePlan, draft: Draft, context: Context): Promise<CoveragePlan> {
  const { em, coveragePlans } = context;
  plan.noteChange(draft.state.openSeats().length, draft.state.cost);
  await em.flush();
  await coveragePlans.keepSeats(plan, draftSeats(draft));
  lookAnew(plan);
  await context.announce('coveragePlanChanged', plan.id);
  return plan;
}
