import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { StaffRef } from '../refs/staff.ts';
import { checkRules, routingOf } from './rules/triage-rule.ts';
import { saveTriageRules } from './save-triage-rules.ts';
import {
  rulesOf,
  SaveTriageRulesInput,
  TriageRoutingType,
  TriageRuleInput,
  TriageRuleSetType,
  TriageRulesPayload,
  TriedArrivalInput,
} from './triage-rule.type.ts';
import type { SavedRules } from './triage-rules.repository.ts';

@Resolver(() => TriageRuleSetType)
export class TriageRuleResolver {
  @Query(() => TriageRuleSetType, { description: 'The table in force.' })
  triageRules(@Ctx() { triageRules }: Context): Promise<SavedRules> {
    return triageRules.current();
  }

  @Query(() => [TriageRuleSetType], { description: 'Newest first.' })
  triageRuleHistory(@Ctx() { triageRules }: Context): Promise<SavedRules[]> {
    return triageRules.all();
  }

  @Query(() => TriageRoutingType, { description: 'What a table, saved or not, would say of a petition.' })
  async tryTriageRules(
    @Arg('rules', () => [TriageRuleInput]) rules: readonly TriageRuleInput[],
    @Arg('arrival', () => TriedArrivalInput) arrival: TriedArrivalInput,
    @Ctx() { terms }: Context,
  ): Promise<TriageRoutingType> {
    const tried = { version: 0, rules: rulesOf(rules) };
    checkRules(tried.rules);
    const { position, rule } = routingOf(tried, arrival);
    const { trackTargetWorkdays } = (await terms.current()).pack.intake;
    return { position, rule, targetWorkdays: rule.targetWorkdays ?? trackTargetWorkdays[rule.track] };
  }

  @Mutation(() => TriageRulesPayload, { description: 'Follows the table in force by another one.' })
  async saveTriageRules(
    @Arg('input', () => SaveTriageRulesInput) { version, rules }: SaveTriageRulesInput,
    @Ctx() context: Context,
  ): Promise<TriageRulesPayload> {
    return { triageRules: await saveTriageRules(version, rulesOf(rules), context) };
  }

  @FieldResolver(() => StaffRef, { nullable: true })
  savedBy(@Root() { savedById }: SavedRules): StaffRef | null {
    return savedById ? { id: savedById } : null;
  }
}
