import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { ClockKindEnum, ClockType, PhraseType, TimeLimitType } from './clock.type.ts';
import { countTimeLimit } from './count-time-limit.ts';
import { explain } from './rules/explanation.ts';
import { type ShownClock, stepsOf } from './stored-clock.ts';

@Resolver(() => ClockType)
export class ClockResolver {
  @Query(() => TimeLimitType, {
    description: 'When a petition received that day must be answered, counted step by step.',
  })
  timeLimit(
    @Arg('kind', () => ClockKindEnum) kind: ClockKindEnum,
    @Arg('receivedOn', () => LocalDateScalar) receivedOn: LocalDate,
    @Ctx() context: Context,
  ): Promise<TimeLimitType> {
    return countTimeLimit({ kind, receivedOn }, context);
  }

  @FieldResolver(() => [PhraseType], { description: 'How it was counted, under the versions it was counted by.' })
  async steps(@Root() clock: ShownClock, @Ctx() { terms }: Context): Promise<PhraseType[]> {
    return stepsOf(clock, await terms.of(clock)).map(explain);
  }
}
