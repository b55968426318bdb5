import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { ClockKindEnum, TimeLimitType } from './clock.type.ts';
import { timeLimit } from './rules/due-date.ts';
import { explain } from './rules/explanation.ts';

@Resolver()
export class ClockResolver {
  @Query(() => TimeLimitType, {
    description: 'When a petition received that day must be answered, counted step by step.',
  })
  async timeLimit(
    @Arg('kind', () => ClockKindEnum) kind: ClockKindEnum,
    @Arg('receivedOn', () => LocalDateScalar) receivedOn: LocalDate,
    @Ctx() { terms }: Context,
  ): Promise<TimeLimitType> {
    const { pack, calendar } = await terms.current();
    const { period, legalBasis } = pack.clocks[kind];
    const { steps, ...limit } = timeLimit(receivedOn, period, calendar);
    const versions = { policyVersion: pack.version, calendarVersion: calendar.version };
    return { kind, receivedOn, ...limit, ...versions, legalBasis, steps: steps.map(explain) };
  }
}
