import { authorize, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { checkSwapNotice } from '../duty/rules/duty-state.ts';
import { isLawyer } from '../lawyer/lawyer.policy.ts';
import type { SwapAudience, SwapKind } from './rules/swap-state.ts';
import { Swap } from './swap.entity.ts';

/** Characters. */
const REASON_MAX = 200;

export interface SwapWish {
  readonly dutyId: string;
  readonly kind: SwapKind;
  readonly audience: SwapAudience;
  readonly reason?: string | null;
}

/**
 * Asks all who are free then, of the firm or of every firm; the asking lawyer is told how many, not who.
 * @throws RuleBroken `SWAP_TOO_LATE`, `SWAP_UNDER_WAY`, `NOBODY_COULD_COVER`
 */
export async function askSwap(wish: SwapWish, context: Context): Promise<Swap> {
  const { em, duties, swaps, candidates, lawyers, dutyPolicies, viewer, now } = context;
  const duty = await duties.change(wish.dutyId, 'dutyId');
  authorize(isLawyer(viewer, duty.lawyerId));
  checkSwapNotice(duty, (await dutyPolicies.current()).swapNoticeHours, now);
  if (await swaps.openOf(duty.id)) throw new RuleBroken('SWAP_UNDER_WAY');
  const reason = wish.reason == null ? null : cleanText(wish.reason, { field: 'reason', max: REASON_MAX }) || null;
  const { firmId, name } = await lawyers.change(duty.lawyerId, null);
  const free = (await candidates.of(duty)).filter(({ level }) => level !== 'UNAVAILABLE');
  const asked = free.filter((one) => wish.audience === 'ALL' || one.firmId === firmId).map(({ lawyerId }) => lawyerId);
  if (asked.length === 0) throw new RuleBroken('NOBODY_COULD_COVER');
  const swap = em.create(Swap, {
    id: newId(now),
    institutionId: duty.institutionId,
    assignmentId: duty.id,
    kind: wish.kind,
    state: 'ASKED',
    askedById: duty.lawyerId,
    askedByName: name,
    reason,
    askedAt: now,
    offers: asked.length,
    version: 1,
  });
  await em.flush();
  await swaps.offer(swap, asked, now);
  const facts = { dutyId: duty.id, kind: wish.kind, offers: asked.length };
  await auditChange(context, { action: 'ASK_SWAP', subjectType: 'Swap', subjectId: swap.id, facts });
  return swap;
}
