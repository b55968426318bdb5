import { authorize } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { canManageDuty, isLawyer } from '../lawyer/lawyer.policy.ts';
import type { DutyRow } from './duty-row.ts';
import { checkBeforehand, checkDecline } from './rules/duty-state.ts';

/** Characters. */
const REASON_MAX = 200;

export async function confirmDuty(id: string, context: Context): Promise<DutyRow> {
  const { duties, viewer, now } = context;
  const duty = await duties.change(id);
  authorize(isLawyer(viewer, duty.lawyerId));
  checkBeforehand(duty, now);
  if (duty.status !== 'CONFIRMED') await answer(duty, 'CONFIRMED', null, context);
  return duties.get(id);
}

/** The seat is open again at once. The administrator may decline for a lawyer who called. */
export async function declineDuty(id: string, text: string | null, context: Context): Promise<DutyRow> {
  const { duties, swaps, viewer, now } = context;
  const duty = await duties.change(id);
  authorize(isLawyer(viewer, duty.lawyerId) || canManageDuty(viewer));
  const reason = text === null ? null : cleanText(text, { field: 'reason', max: REASON_MAX }) || null;
  checkDecline(duty, reason, now);
  await answer(duty, 'DECLINED', reason, context);
  await swaps.lapseOf(id);
  await context.announce('hallChanged', duty.institutionId);
  return duties.get(id);
}

async function answer(
  { id, institutionId, lawyerId }: DutyRow,
  given: 'CONFIRMED' | 'DECLINED',
  reason: string | null,
  context: Context,
): Promise<void> {
  const { em, now, duties } = context;
  await duties.setStatus(id, given);
  await em.execute('insert into stations.duty_answer values (?, ?, ?, ?, ?, ?, ?)', [
    newId(now),
    institutionId,
    id,
    lawyerId,
    given,
    reason,
    now,
  ]);
  const action = given === 'CONFIRMED' ? 'CONFIRM_DUTY' : 'DECLINE_DUTY';
  await auditChange(context, { action, subjectType: 'Assignment', subjectId: id, facts: { lawyerId } });
}
