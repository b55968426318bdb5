import { Invalid } from '@everyletter/kit/errors';
import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { ClockKindEnum, ClockType, PhraseType, TimeLimitType } from './clock.type.ts';
import { timeLimit } from './rules/due-date.ts';
import { explain } from './rules/explanation.ts';
import { type ShownClock, stepsOf } from './stored-clock.ts';

@Resolver(() => ClockType)
export class ClockResolver {
  @Query(() => TimeLimitType, {
    description: 'When a petition received that day must be answered, counted step by step.',
  })
  async timeLimit(
    @Arg('kind', () => ClockKindEnum) kind: ClockKindEnum,
    @Arg('receivedOn', () => LocalDateScalar) receivedOn: LocalDate,
    @Ctx() { terms }: Context,
  ): Promise<TimeLimitType> {
    if (kind === 'SUPERIOR_REPORT') throw new Invalid('CLOCK_NOT_COUNTED', { field: 'kind' });
    const { pack, calendar } = await terms.current();
    const { period, legalBasis } = pack.clocks[kind];
    const { steps, ...limit } = timeLimit(receivedOn, period, calendar);
    const versions = { policyVersion: pack.version, calendarVersion: calendar.version };
    return { kind, receivedOn, ...limit, ...versions, legalBasis, steps: steps.map(explain) };
  }

  @FieldResolver(() => [PhraseType], { description: 'How it was counted, under the versions it was counted by.' })
  async steps(@Root() clock: ShownClock, @Ctx() { terms }: Context): Promise<PhraseType[]> {
    return stepsOf(clock, await terms.of(clock)).map(explain);
  }
}
