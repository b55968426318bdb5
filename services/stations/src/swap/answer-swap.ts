import { authorize, Invalid, RuleBroken } from '@everyletter/kit/errors';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { isHeld } from '../duty/rules/duty-state.ts';
import { isLawyer } from '../lawyer/lawyer.policy.ts';
import { checkSwapStep, type SwapState } from './rules/swap-state.ts';
import type { Swap } from './swap.entity.ts';

export interface SwapAnswer {
  readonly id: string;
  readonly accept: boolean;
  /** Of the answering lawyer; needed to accept an exchange. */
  readonly returnDutyId?: string | null;
}

/** The first who accepts has it, until the administrator decides. @throws RuleBroken `SWAP_NOT_OPEN` */
export async function answerSwap({ id, accept, returnDutyId }: SwapAnswer, context: Context): Promise<Swap> {
  const { em, swaps, lawyers, viewer, now } = context;
  const swap = await swaps.change(id);
  authorize(await swaps.isAsked(swap, viewer.lawyerId));
  checkSwapStep(swap.state as SwapState, 'answer');
  const lawyer = await lawyers.change(viewer.lawyerId as string, null);
  if (accept) {
    swap.returnAssignmentId = await returned(swap, returnDutyId ?? null, context);
    swap.state = 'ANSWERED';
    swap.answeredById = lawyer.id;
    swap.answeredByName = lawyer.name;
    swap.answeredAt = now;
  }
  await em.flush();
  await swaps.answerOffer(swap, lawyer.id, accept ? 'ACCEPTED' : 'DECLINED', now);
  await auditChange(context, { action: 'ANSWER_SWAP', subjectType: 'Swap', subjectId: id, facts: { accept } });
  return swap;
}

/** @throws Invalid `FIELD_NEEDED`, `RETURN_DUTY_INVALID` */
async function returned(swap: Swap, dutyId: string | null, { duties, viewer, now }: Context): Promise<string | null> {
  if (swap.kind === 'COVER') return null;
  if (!dutyId) throw new Invalid('FIELD_NEEDED', { field: 'returnDutyId' });
  const duty = await duties.change(dutyId, 'returnDutyId');
  const isGiven = isLawyer(viewer, duty.lawyerId) && isHeld(duty) && now < duty.startsAt && duty.stored.swapId === null;
  if (!isGiven) throw new Invalid('RETURN_DUTY_INVALID', { field: 'returnDutyId' });
  return duty.id;
}

/** By whoever asked, until it is decided. @throws RuleBroken `SWAP_NOT_OPEN` */
export async function withdrawSwap(id: string, context: Context): Promise<Swap> {
  const { em, swaps, viewer } = context;
  const swap = await swaps.change(id);
  authorize(isLawyer(viewer, swap.askedById));
  checkSwapStep(swap.state as SwapState, 'withdraw');
  swap.state = 'WITHDRAWN';
  await em.flush();
  await auditChange(context, { action: 'WITHDRAW_SWAP', subjectType: 'Swap', subjectId: id, facts: {} });
  return swap;
}

/** @throws RuleBroken `SWAP_STALE` */
export function requireSame(condition: boolean): void {
  if (!condition) throw new RuleBroken('SWAP_STALE');
}
