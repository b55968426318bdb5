import { PhraseType } from '@everyletter/kit/figures';
import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { DepartmentRef } from '../refs/department.ts';
import { ClockKindEnum, ClockType, TimeLimitType } from './clock.type.ts';
import type { ClockEventRow } from './clock-event.entity.ts';
import { ClockEventType } from './clock-event.type.ts';
import { countTimeLimit } from './count-time-limit.ts';
import { explain } from './rules/explanation.ts';
import { nameOf, type ShownClock, stepsOf } from './stored-clock.ts';

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

  @FieldResolver(() => [PhraseType], {
    description: 'How it was counted, under the versions it was counted by, and what has moved it since.',
  })
  async steps(@Root() clock: ShownClock, @Ctx() { terms, clocks }: Context): Promise<PhraseType[]> {
    const [own, events] = await Promise.all([terms.of(clock), clocks.eventsOf(clock.subjectId, clock.clockName)]);
    return stepsOf(clock, events, own).map(explain);
  }

  @FieldResolver(() => PhraseType, { nullable: true, description: 'Its name where the policy pack gives it one.' })
  async name(@Root() clock: ShownClock, @Ctx() { terms }: Context): Promise<PhraseType | null> {
    return clock.kind === 'CATEGORY' ? nameOf(clock, await terms.of(clock)) : null;
  }

  @FieldResolver(() => DepartmentRef, {
    nullable: true,
    description: 'Who keeps the promise: who received it replies, who handles it answers.',
  })
  owner(@Root() { ownerDepartmentId }: ShownClock): DepartmentRef | null {
    return ownerDepartmentId ? { id: ownerDepartmentId } : null;
  }

  @FieldResolver(() => [ClockEventType], { description: 'Everything that happened to it, oldest first.' })
  events(@Root() { subjectId, clockName }: ShownClock, @Ctx() { clocks }: Context): Promise<ClockEventRow[]> {
    return clocks.eventsOf(subjectId, clockName);
  }
}
