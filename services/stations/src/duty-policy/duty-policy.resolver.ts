import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { changeDutyPolicy } from './change-duty-policy.ts';
import type { StoredDutyPolicy } from './duty-policies.repository.ts';
import { ChangeDutyPolicyInput, DutyPolicyType } from './duty-policy.type.ts';

@Resolver(() => DutyPolicyType)
export class DutyPolicyResolver {
  @Query(() => DutyPolicyType, { description: 'Of the viewer’s institution.' })
  async dutyPolicy(@Ctx() { dutyPolicies }: Context): Promise<DutyPolicyType> {
    return shown(await dutyPolicies.stored());
  }

  @Mutation(() => DutyPolicyType)
  async changeDutyPolicy(
    @Arg('input', () => ChangeDutyPolicyInput) input: ChangeDutyPolicyInput,
    @Ctx() context: Context,
  ): Promise<DutyPolicyType> {
    return shown(await changeDutyPolicy(input, context));
  }
}

function shown({ version, content, changedAt }: StoredDutyPolicy): DutyPolicyType {
  return {
    version,
    changedAt,
    eligibility: content.eligibility,
    swapNoticeHours: content.swapNoticeHours,
    checkInEarlyMinutes: content.checkInEarlyMinutes,
    lateAfterMinutes: content.lateAfterMinutes,
    opinionAnswerWorkdays: content.opinionAnswer.amount,
    legalAidDecideDays: content.legalAidDecide.amount,
    legalAidAppointDays: content.legalAidAppoint.amount,
    grounds: content.grounds,
  };
}
