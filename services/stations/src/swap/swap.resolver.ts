import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { DutyType } from '../duty/duty.type.ts';
import type { DutyRow } from '../duty/duty-row.ts';
import { canManageDuty, isLawyer } from '../lawyer/lawyer.policy.ts';
import { answerSwap, withdrawSwap } from './answer-swap.ts';
import { askSwap } from './ask-swap.ts';
import { decideSwap } from './decide-swap.ts';
import { OPEN, type SwapState } from './rules/swap-state.ts';
import type { Swap } from './swap.entity.ts';
import { AnswerSwapInput, AskSwapInput, DecideSwapInput, SwapPayload, SwapType } from './swap.type.ts';

@Resolver(() => SwapType)
export class SwapResolver {
  @Query(() => [SwapType], {
    description:
      'Open ones first, then what became of the last fifty; a lawyer sees those they asked for or are asked.',
  })
  swaps(@Ctx() { swaps }: Context): Promise<Swap[]> {
    return swaps.all();
  }

  @Mutation(() => SwapPayload)
  async askSwap(@Arg('input', () => AskSwapInput) input: AskSwapInput, @Ctx() context: Context): Promise<SwapPayload> {
    return { swap: await askSwap(input, context) };
  }

  @Mutation(() => SwapPayload, { description: 'The first who accepts has it, until the administrator decides.' })
  async answerSwap(
    @Arg('input', () => AnswerSwapInput) input: AnswerSwapInput,
    @Ctx() context: Context,
  ): Promise<SwapPayload> {
    return { swap: await answerSwap(input, context) };
  }

  @Mutation(() => SwapPayload)
  async withdrawSwap(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<SwapPayload> {
    return { swap: await withdrawSwap(id, context) };
  }

  @Mutation(() => SwapPayload, { description: 'Approved, the duties change hands at once and are locked.' })
  async decideSwap(
    @Arg('input', () => DecideSwapInput) input: DecideSwapInput,
    @Ctx() context: Context,
  ): Promise<SwapPayload> {
    return { swap: await decideSwap(input, context) };
  }

  @FieldResolver(() => DutyType, { nullable: true, description: 'As it is now.' })
  duty(@Root() { assignmentId }: Swap, @Ctx() { duties }: Context): Promise<DutyRow | null> {
    return duties.find(assignmentId);
  }

  @FieldResolver(() => DutyType, { nullable: true, description: 'What is given in return.' })
  returnDuty(@Root() { returnAssignmentId }: Swap, @Ctx() { duties }: Context): Promise<DutyRow | null> {
    return returnAssignmentId ? duties.find(returnAssignmentId) : Promise.resolve(null);
  }

  @FieldResolver(() => Boolean)
  async viewerCanAnswer(@Root() swap: Swap, @Ctx() { swaps, viewer }: Context): Promise<boolean> {
    return swap.state === 'ASKED' && (await swaps.isAsked(swap, viewer.lawyerId));
  }

  @FieldResolver(() => Boolean)
  viewerCanWithdraw(@Root() swap: Swap, @Ctx() { viewer }: Context): boolean {
    return isOpen(swap) && isLawyer(viewer, swap.askedById);
  }

  @FieldResolver(() => Boolean)
  viewerCanDecide(@Root() swap: Swap, @Ctx() { viewer }: Context): boolean {
    return isOpen(swap) && canManageDuty(viewer);
  }
}

const isOpen = ({ state }: Swap) => OPEN.includes(state as SwapState);
