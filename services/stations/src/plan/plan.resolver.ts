import { Invalid } from '@everyletter/kit/errors';
import { Live } from '@everyletter/kit/live';
import { Arg, Ctx, FieldResolver, Float, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { DraftSeat } from '../planning/rules/draft.ts';
import type { Assumption } from '../planning/rules/planning-input.ts';
import { discardPlan, fillGap, moveSeat, provePlan, setSeat, stopPlan, tryRemedy } from './change-plan.ts';
import type { CoveragePlan } from './coverage-plan.entity.ts';
import { lookAtDraft } from './look-at-draft.ts';
import { AbsentLawyerInput, RemedyInput, SeatPlaceInput, SetPlanSeatInput, StartPlanInput } from './plan.inputs.ts';
import {
  CostPartType,
  CoveragePlanPayload,
  CoveragePlanType,
  CoverageSeatType,
  PlanChangeType,
  PublishPlanPayload,
} from './plan.type.ts';
import { type Published, publishPlan } from './publish-plan.ts';
import { planAroundAbsence } from './replan.ts';
import { changesOf } from './rules/plan-changes.ts';
import { startPlan } from './start-plan.ts';

/** Plans a list shows at once. */
const LISTED = 20;

@Resolver(() => CoveragePlanType)
export class CoveragePlanResolver {
  @Query(() => CoveragePlanType, { nullable: true })
  coveragePlan(@Arg('id', () => ID) id: string, @Ctx() { coveragePlans }: Context): Promise<CoveragePlan | null> {
    return coveragePlans.find(id);
  }

  @Query(() => [CoveragePlanType], {
    description: 'Of the viewer’s institution, the newest first, twenty at the most.',
  })
  coveragePlans(@Ctx() { coveragePlans, viewer }: Context): Promise<CoveragePlan[]> {
    return coveragePlans.latest(viewer.institutionId, LISTED);
  }

  @Live(() => CoveragePlanType, 'How far a plan is, or that somebody changed it.')
  coveragePlanChanged(@Arg('id', () => ID) id: string, @Ctx() { coveragePlans }: Context): Promise<CoveragePlan> {
    return coveragePlans.get(id);
  }

  @FieldResolver(() => Boolean, { description: 'Small enough to be proved the best, and not proved yet.' })
  provable(@Root() plan: CoveragePlan): boolean {
    return plan.isProvable();
  }

  @FieldResolver(() => Float, { nullable: true, description: 'How much cheaper than this any plan could be, at most.' })
  gapRate(@Root() { cost, bound }: CoveragePlan): number | null {
    return cost != null && bound != null && cost > 0 ? Math.max(0, (cost - bound) / cost) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Somebody was published in these days since the draft was begun.' })
  async stale(@Root() plan: CoveragePlan, @Ctx() { coveragePlans }: Context): Promise<boolean> {
    return (await coveragePlans.revisionOf(plan.institutionId, plan.period())) !== plan.baseRevision;
  }

  @FieldResolver(() => [CoverageSeatType])
  async seats(@Root() plan: CoveragePlan, @Ctx() context: Context): Promise<readonly DraftSeat[]> {
    return (await lookAtDraft(plan, context)).seats;
  }

  @FieldResolver(() => [PlanChangeType], { description: 'What it changes of what is published.' })
  async changes(@Root() plan: CoveragePlan, @Ctx() context: Context): Promise<PlanChangeType[]> {
    const held = await context.planningInputs.held(plan.institutionId, plan.period());
    return changesOf(held, (await lookAtDraft(plan, context)).seats);
  }

  @FieldResolver(() => [CostPartType], { description: 'What it costs, by what for.' })
  async costParts(@Root() plan: CoveragePlan, @Ctx() context: Context): Promise<CostPartType[]> {
    const { open, preference, travel, fairness } = (await lookAtDraft(plan, context)).cost;
    return Object.entries({ OPEN: open, PREFERENCE: preference, TRAVEL: travel, FAIRNESS: fairness }).map(
      ([kind, cost]) => ({ kind, cost }),
    );
  }

  @Mutation(() => CoveragePlanPayload, {
    description: 'A draft; unless it is to be changed by hand it is then searched.',
  })
  async startCoveragePlan(
    @Arg('input', () => StartPlanInput) { from, to, mode, seed, afterPlanId }: StartPlanInput,
    @Ctx() context: Context,
  ): Promise<CoveragePlanPayload> {
    const after = afterPlanId ? await context.coveragePlans.change(afterPlanId) : null;
    return { plan: await startPlan({ period: { from, to }, mode, seed: seed ?? 1, after }, context) };
  }

  @Mutation(() => CoveragePlanPayload, {
    description: 'Somebody cannot come: a draft that changes as little as can be.',
  })
  async planAroundAbsence(
    @Arg('input', () => AbsentLawyerInput) input: AbsentLawyerInput,
    @Ctx() context: Context,
  ): Promise<CoveragePlanPayload> {
    return { plan: await planAroundAbsence(input, context) };
  }

  @Mutation(() => CoveragePlanPayload, { description: 'The search ends soon; the best so far is kept.' })
  async stopCoveragePlan(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<CoveragePlanPayload> {
    return { plan: await stopPlan(id, context) };
  }

  @Mutation(() => CoveragePlanPayload, { description: 'Looks for the best plan until it is proved, or stopped.' })
  async proveCoveragePlan(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
  ): Promise<CoveragePlanPayload> {
    return { plan: await provePlan(id, version, context) };
  }

  @Mutation(() => CoveragePlanPayload)
  async discardCoveragePlan(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<CoveragePlanPayload> {
    return { plan: await discardPlan(id, context) };
  }

  @Mutation(() => CoveragePlanPayload)
  async setPlanSeat(
    @Arg('input', () => SetPlanSeatInput) input: SetPlanSeatInput,
    @Ctx() context: Context,
  ): Promise<CoveragePlanPayload> {
    return { plan: await setSeat({ ...input, lawyerId: input.lawyerId ?? null }, context) };
  }

  @Mutation(() => CoveragePlanPayload, { description: 'Fills an avoidable gap along its chain.' })
  async fillCoverageGap(
    @Arg('planId', () => ID) planId: string,
    @Arg('version', () => Int) version: number,
    @Arg('seat', () => SeatPlaceInput) seat: SeatPlaceInput,
    @Ctx() context: Context,
  ): Promise<CoveragePlanPayload> {
    return { plan: await fillGap({ planId, version, seat }, context) };
  }

  @Mutation(() => CoveragePlanPayload, { description: 'A new draft that supposes one thing more.' })
  async tryRemedy(
    @Arg('planId', () => ID) planId: string,
    @Arg('remedy', () => RemedyInput) remedy: RemedyInput,
    @Ctx() context: Context,
  ): Promise<CoveragePlanPayload> {
    return { plan: await tryRemedy(planId, toAssumption(remedy), context) };
  }

  @Mutation(() => CoveragePlanPayload, { description: 'Whoever has one seat moves to another; two change places.' })
  async movePlanSeat(
    @Arg('planId', () => ID) planId: string,
    @Arg('version', () => Int) version: number,
    @Arg('from', () => SeatPlaceInput) from: SeatPlaceInput,
    @Arg('to', () => SeatPlaceInput) to: SeatPlaceInput,
    @Ctx() context: Context,
  ): Promise<CoveragePlanPayload> {
    return { plan: await moveSeat({ planId, version, from, to }, context) };
  }

  @Mutation(() => PublishPlanPayload, {
    description: 'Makes the draft the plan; only those whose half-days differ are told.',
  })
  publishCoveragePlan(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Ctx() context: Context,
  ): Promise<Published> {
    return publishPlan(id, version, context);
  }
}

/** @throws Invalid `REMEDY_INCOMPLETE` */
function toAssumption({ kind, seat, lawyerId, specialty }: RemedyInput): Assumption {
  const missing = new Invalid('REMEDY_INCOMPLETE', { field: 'remedy' });
  if (kind === 'LOWER_NEED') return { kind, seat };
  if (kind === 'WIDEN_SPECIALTIES') {
    if (!specialty) throw missing;
    return { kind, seat, specialty };
  }
  if (!lawyerId) throw missing;
  return kind === 'ASK_UNAVAILABLE' || kind === 'BORROW' ? { kind, seat, lawyerId } : { kind, lawyerId };
}
