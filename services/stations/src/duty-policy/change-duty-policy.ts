import { authorize, Conflict } from '@everyletter/kit/errors';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { canManageDuty } from '../lawyer/lawyer.policy.ts';
import type { StoredDutyPolicy } from './duty-policies.repository.ts';
import type { ChangeDutyPolicyInput } from './duty-policy.type.ts';
import { checkDutyPolicy, type DutyPolicy } from './rules/duty-policy.ts';

/** What is absent from the input stays. @throws Invalid by field; Conflict `DUTY_POLICY_CHANGED` */
export async function changeDutyPolicy(input: ChangeDutyPolicyInput, context: Context): Promise<StoredDutyPolicy> {
  const { dutyPolicies, viewer, now } = context;
  authorize(canManageDuty(viewer));
  const { version, content } = await dutyPolicies.stored();
  if (input.version !== version) throw new Conflict('DUTY_POLICY_CHANGED', { field: 'version' });
  const changed = changedPolicy(content, input);
  checkDutyPolicy(changed);
  const stored = await dutyPolicies.add(version + 1, changed, { staffId: viewer.staffId, at: now });
  const facts = { version: stored.version, before: content, after: changed };
  const subjectId = viewer.institutionId;
  await auditChange(context, { action: 'CHANGE_DUTY_POLICY', subjectType: 'DutyPolicy', subjectId, facts });
  return stored;
}

function changedPolicy(before: DutyPolicy, input: ChangeDutyPolicyInput): DutyPolicy {
  const amount = <Period extends { readonly amount: number }>(period: Period, changed: number | null | undefined) => ({
    ...period,
    amount: changed ?? period.amount,
  });
  return {
    ...before,
    eligibility: { ...before.eligibility, ...input.eligibility },
    swapNoticeHours: input.swapNoticeHours ?? before.swapNoticeHours,
    checkInEarlyMinutes: input.checkInEarlyMinutes ?? before.checkInEarlyMinutes,
    lateAfterMinutes: input.lateAfterMinutes ?? before.lateAfterMinutes,
    opinionAnswer: amount(before.opinionAnswer, input.opinionAnswerWorkdays),
    legalAidDecide: amount(before.legalAidDecide, input.legalAidDecideDays),
    legalAidAppoint: amount(before.legalAidAppoint, input.legalAidAppointDays),
  };
}
