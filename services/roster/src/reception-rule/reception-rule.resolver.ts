import { PeriodInput } from '@everyletter/kit/figures';
import { periodOf } from '@everyletter/kit/period';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { checkRange } from '../calendar/rules/working-day.ts';
import type { Context } from '../context.ts';
import type { ReceptionRule } from './reception-rule.entity.ts';
import {
  ReceptionOccurrence,
  ReceptionRulesPayload,
  ReceptionRuleType,
  RemoveReceptionRuleInput,
  SaveReceptionRuleInput,
} from './reception-rule.type.ts';
import { occurrences } from './rules/recurrence.ts';
import { rruleText } from './rules/rrule-text.ts';
import { removeReceptionRule, saveReceptionRule } from './save-reception-rule.ts';

@Resolver(() => ReceptionRuleType)
export class ReceptionRuleResolver {
  @Query(() => [ReceptionRuleType], { description: 'By the day they hold from.' })
  receptionRules(@Ctx() { rotas }: Context): Promise<ReceptionRule[]> {
    return rotas.rules();
  }

  @Mutation(() => ReceptionRulesPayload)
  async saveReceptionRule(
    @Arg('input', () => SaveReceptionRuleInput) input: SaveReceptionRuleInput,
    @Ctx() context: Context,
  ): Promise<{ receptionRules: ReceptionRule[] }> {
    await saveReceptionRule(input, context);
    return { receptionRules: await context.rotas.rules() };
  }

  @Mutation(() => ReceptionRulesPayload, { description: 'Days that were published under it stay.' })
  async removeReceptionRule(
    @Arg('input', () => RemoveReceptionRuleInput) input: RemoveReceptionRuleInput,
    @Ctx() context: Context,
  ): Promise<{ receptionRules: ReceptionRule[] }> {
    await removeReceptionRule(input, context);
    return { receptionRules: await context.rotas.rules() };
  }

  @FieldResolver(() => String, {
    description: 'For calendar programs (RFC 5545); it cannot say what a holiday does and is never read back.',
  })
  rrule(@Root() rule: ReceptionRule): string {
    return rruleText(rule.asTurnRule());
  }

  @FieldResolver(() => [ReceptionOccurrence], { description: 'Its days, holidays considered; at most 400 days.' })
  async occurrences(
    @Root() rule: ReceptionRule,
    @Arg('period', () => PeriodInput) asked: PeriodInput,
    @Ctx() { calendars }: Context,
  ): Promise<ReceptionOccurrence[]> {
    const period = periodOf(asked);
    checkRange(period.from, period.to);
    const { calendar } = await calendars.current();
    return occurrences(rule.asTurnRule(), period, calendar);
  }
}
