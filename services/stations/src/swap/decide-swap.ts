import { authorize, Conflict } from '@everyletter/kit/errors';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { isHeld } from '../duty/rules/duty-state.ts';
import { moving } from '../duty/seat-refusals.ts';
import { canManageDuty } from '../lawyer/lawyer.policy.ts';
import { requireSame } from './answer-swap.ts';
import { checkSwapStep, type SwapState } from './rules/swap-state.ts';
import type { Swap } from './swap.entity.ts';

/** Characters. */
const NOTE_MAX = 200;

export interface SwapDecision {
  readonly id: string;
  readonly version: number;
  readonly approve: boolean;
  readonly note?: string | null;
}

/**
 * Approved, both duties change hands in one transaction, and are locked, so that planning leaves them as they are.
 * @throws Conflict `SWAP_CHANGED`; RuleBroken `SWAP_NOT_OPEN`, `SWAP_NOT_ANSWERED`, `SWAP_STALE`, and what the
 * constraints of the seats refuse
 */
export async function decideSwap(decision: SwapDecision, context: Context): Promise<Swap> {
  const { em, swaps, viewer, now } = context;
  authorize(canManageDuty(viewer));
  const swap = await swaps.change(decision.id);
  if (swap.version !== decision.version) throw new Conflict('SWAP_CHANGED', { field: 'version' });
  checkSwapStep(swap.state as SwapState, 'decide', decision.approve);
  if (decision.approve) await exchange(swap, context);
  swap.state = decision.approve ? 'APPROVED' : 'REFUSED';
  swap.decidedById = viewer.staffId;
  swap.decidedAt = now;
  swap.decisionNote = decision.note == null ? null : cleanText(decision.note, { field: 'note', max: NOTE_MAX }) || null;
  await em.flush();
  const { assignmentId: dutyId, returnAssignmentId: returnDutyId, askedById, answeredById } = swap;
  const facts = { approve: decision.approve, dutyId, returnDutyId, askedById, answeredById };
  await auditChange(context, { action: 'DECIDE_SWAP', subjectType: 'Swap', subjectId: swap.id, facts });
  await context.announce('hallChanged', swap.institutionId);
  return swap;
}

/** Rows are locked in the order of their ids, so that two approvals cannot wait for each other. */
async function exchange(swap: Swap, { em, duties, now }: Context): Promise<void> {
  const taker = swap.answeredById as string;
  const moves = [
    { id: swap.assignmentId, from: swap.askedById, to: taker },
    ...(swap.returnAssignmentId ? [{ id: swap.returnAssignmentId, from: taker, to: swap.askedById }] : []),
  ].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  await em.execute('set constraints all deferred');
  for (const { id, from, to } of moves) {
    const duty = await duties.change(id);
    requireSame(duty.lawyerId === from && isHeld(duty) && now < duty.startsAt);
    await em.execute(
      `update stations.assignment set lawyer_id = ?, status = 'CONFIRMED', locked = true, version = version + 1 where id = ?`,
      [to, id],
    );
  }
  await moving(() => em.execute('set constraints all immediate'));
}
