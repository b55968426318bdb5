import type { LocalDate } from '@everyletter/kit/time';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { canAnswerOpinion } from '../consultation/consultation.policy.ts';
import { openText } from '../consultation/sealed-consultation.ts';
import type { Context } from '../context.ts';
import { answerPlace, holderOf, opinionPlace } from './give-opinion.ts';
import type { Opinion } from './opinion.entity.ts';
import { OpinionType } from './opinion.type.ts';
import { daysLeft, OpinionState, opinionState } from './rules/answer-due.ts';

@Resolver(() => OpinionType)
export class OpinionResolver {
  @FieldResolver(() => OpinionState)
  state(@Root() { dueOn, answeredOn }: Opinion, @Ctx() { today }: Context): OpinionState {
    return opinionState(dueOn as LocalDate, (answeredOn ?? null) as LocalDate | null, today);
  }

  @FieldResolver(() => Int, { description: 'Calendar days; negative once it is overdue.' })
  daysLeft(@Root() { dueOn }: Opinion, @Ctx() { today }: Context): number {
    return daysLeft(dueOn as LocalDate, today);
  }

  @FieldResolver(() => String)
  async text(@Root() opinion: Opinion, @Ctx() context: Context): Promise<string> {
    const holder = await holderOf(opinion, context);
    return openText(opinion.opinionSealed, opinionPlace(opinion.id), holder, context.options.keys);
  }

  @FieldResolver(() => String, { nullable: true })
  async answer(@Root() opinion: Opinion, @Ctx() context: Context): Promise<string | null> {
    if (!opinion.answerSealed) return null;
    const holder = await holderOf(opinion, context);
    return openText(opinion.answerSealed, answerPlace(opinion.id), holder, context.options.keys);
  }

  @FieldResolver(() => Boolean)
  viewerCanAnswer(@Root() { answeredOn }: Opinion, @Ctx() { viewer }: Context): boolean {
    return !answeredOn && canAnswerOpinion(viewer);
  }
}
