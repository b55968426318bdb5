import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Arg, Ctx, FieldResolver, Float, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { causeOf, compareRota, dutiesOf } from '../rota/rules/compare-rota.ts';
import { evaluateRota, type LeaderLoad } from '../rota/rules/evaluate-rota.ts';
import { explainWish } from '../rota/rules/explain-wish.ts';
import { fixedOrderRota } from '../rota/rules/fixed-order.ts';
import type { Staff } from '../staff/staff.entity.ts';
import { StaffType } from '../staff/staff.type.ts';
import { namesFor } from './names-for.ts';
import type { RotaPlan } from './rota-plan.entity.ts';
import { RotaBrokenWish, RotaChangeType, RotaLoad, RotaPart, RotaPlanType, RotaTurn } from './rota-plan.type.ts';

/** Rotas in a list; not a rule of the domain. */
const MOST_PLANS = 50;

@Resolver(() => RotaPlanType)
export class RotaPlanResolver {
  @Query(() => RotaPlanType, { nullable: true })
  rotaPlan(@Arg('id', () => ID) id: string, @Ctx() { rotas }: Context): Promise<RotaPlan | null> {
    return rotas.plan.load(id);
  }

  @Query(() => [RotaPlanType], { description: 'Newest first, without those discarded; at most 50.' })
  rotaPlans(@Ctx() { rotas }: Context): Promise<RotaPlan[]> {
    return rotas.plans(MOST_PLANS);
  }

  @FieldResolver(() => StaffType)
  createdBy(@Root() { createdById }: RotaPlan, @Ctx() { people }: Context): Promise<Staff | null> {
    return people.staffMember(createdById);
  }

  @FieldResolver(() => [StaffType], { description: 'Who takes part, from the top.' })
  async leaders(@Root() { problem }: RotaPlan, @Ctx() { people }: Context): Promise<Staff[]> {
    const found = await Promise.all(problem.leaders.map(({ id }) => people.staffMember(id)));
    return found.filter((leader) => leader !== null);
  }

  @FieldResolver(() => [RotaTurn], { description: 'By day, with who holds them.' })
  turns(@Root() { problem, holdings }: RotaPlan): RotaTurn[] {
    const byKey = Map.groupBy(holdings, ({ turnKey }) => turnKey);
    return problem.turns.map((turn) => ({
      ...turn,
      leaderIds: (byKey.get(turn.key) ?? []).map(({ leaderId }) => leaderId),
    }));
  }

  @FieldResolver(() => [RotaLoad])
  loads(@Root() { problem, holdings }: RotaPlan): readonly LeaderLoad[] {
    return evaluateRota(problem, holdings).loads;
  }

  @FieldResolver(() => [RotaPart], { description: 'Adds up to the value.' })
  parts(@Root() { problem, holdings }: RotaPlan): RotaPart[] {
    const { parts } = evaluateRota(problem, holdings);
    return Object.entries(parts).map(([kind, value]) => ({ kind: kind as RotaPart['kind'], value }));
  }

  @FieldResolver(() => [RotaBrokenWish])
  async brokenWishes(@Root() { problem, holdings }: RotaPlan, @Ctx() context: Context): Promise<RotaBrokenWish[]> {
    const names = await namesFor(problem, context);
    return evaluateRota(problem, holdings).broken.map((wish) => ({
      kind: wish.kind,
      turnKey: wish.turnKey,
      ...explainWish(wish, { problem, holdings, names }),
    }));
  }

  @FieldResolver(() => Int, { description: 'What a rota in a fixed order would cost, leaders away passed over.' })
  fixedOrderValue(@Root() { problem }: RotaPlan): number {
    return evaluateRota(problem, fixedOrderRota(problem)).value;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'At most so much of its value could be saved, in percent.',
  })
  gapPercent(@Root() { value, bound }: RotaPlan): number | null {
    if (value == null || bound == null || value <= 0) return null;
    return Math.max(0, Math.round((1 - bound / value) * 10_000) / 100);
  }

  @FieldResolver(() => [RotaChangeType], { description: 'Against what is published now, from today on.' })
  async changes(@Root() plan: RotaPlan, @Ctx() { rotas, calendars, today }: Context): Promise<RotaChangeType[]> {
    const from = (plan.fromOn > today ? plan.fromOn : today) as LocalDate;
    if (from > plan.toOn) return [];
    const published = await rotas.duties({ from, to: plan.toOn as LocalDate });
    const { turns, leaders } = plan.problem;
    const wanted = dutiesOf(turns, plan.holdings).filter(({ date }) => date >= from);
    const { calendar } = await calendars.current();
    return compareRota(published, wanted).map((change) => ({ ...change, cause: causeOf(change, leaders, calendar) }));
  }

  @FieldResolver(() => Boolean, { description: 'Made to change as little as can be of what was published.' })
  keepsPublished(@Root() { problem }: RotaPlan): boolean {
    return problem.settledBefore !== null;
  }

  @FieldResolver(() => Boolean, { description: 'Another rota was published since it was made.' })
  async isOutdated(@Root() { baseRevision }: RotaPlan, @Ctx() { rotas }: Context): Promise<boolean> {
    return baseRevision !== (await rotas.revision());
  }

  @FieldResolver(() => [LocalDateScalar], { description: 'Days of the leader’s leave and trips that were considered.' })
  awayOn(@Root() { problem }: RotaPlan, @Arg('leaderId', () => ID) leaderId: string): string[] {
    const leader = problem.leaders.find(({ id }) => id === leaderId);
    const days = new Set(problem.turns.map(({ date }) => date));
    return [...days].filter((date) => leader?.away.some(({ from, to }) => date >= from && date <= to));
  }
}
