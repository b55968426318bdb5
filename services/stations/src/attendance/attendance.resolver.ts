import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { DutyPayload, DutyType } from '../duty/duty.type.ts';
import type { DutyRow } from '../duty/duty-row.ts';
import { isHeld } from '../duty/rules/duty-state.ts';
import { canManageDuty, isLawyer } from '../lawyer/lawyer.policy.ts';
import { checkIn, checkOut, markAbsent } from './record-attendance.ts';

const MS_PER_MINUTE = 60_000;

@Resolver(() => DutyType)
export class AttendanceResolver {
  @Mutation(() => DutyPayload, { description: 'By the lawyer on a phone, or at the desk for them.' })
  async checkIn(@Arg('dutyId', () => ID) dutyId: string, @Ctx() context: Context): Promise<DutyPayload> {
    return { duty: await checkIn(dutyId, context) };
  }

  @Mutation(() => DutyPayload)
  async checkOut(@Arg('dutyId', () => ID) dutyId: string, @Ctx() context: Context): Promise<DutyPayload> {
    return { duty: await checkOut(dutyId, context) };
  }

  @Mutation(() => DutyPayload)
  async markAbsent(
    @Arg('dutyId', () => ID) dutyId: string,
    @Arg('reason', () => String) reason: string,
    @Ctx() context: Context,
  ): Promise<DutyPayload> {
    return { duty: await markAbsent(dutyId, reason, context) };
  }

  @FieldResolver(() => Boolean, { description: 'From an hour or so before it begins until it ends.' })
  async viewerCanCheckIn(@Root() duty: DutyRow, @Ctx() { viewer, now, dutyPolicies }: Context): Promise<boolean> {
    const may = isLawyer(viewer, duty.lawyerId) || canManageDuty(viewer);
    if (!may || !isHeld(duty) || duty.checkedIn || now >= duty.endsAt) return false;
    const { checkInEarlyMinutes } = await dutyPolicies.current();
    return now.getTime() >= duty.startsAt.getTime() - checkInEarlyMinutes * MS_PER_MINUTE;
  }

  @FieldResolver(() => Boolean)
  viewerCanCheckOut(@Root() duty: DutyRow, @Ctx() { viewer }: Context): boolean {
    const may = isLawyer(viewer, duty.lawyerId) || canManageDuty(viewer);
    return may && duty.checkedIn && duty.stored.checkedOutAt === null;
  }

  @FieldResolver(() => Boolean)
  viewerCanMarkAbsent(@Root() duty: DutyRow, @Ctx() { viewer, now }: Context): boolean {
    const isMissing = isHeld(duty) && !duty.checkedIn && duty.stored.absentAt === null && now >= duty.startsAt;
    return isMissing && canManageDuty(viewer);
  }

  @FieldResolver(() => Boolean, { description: 'Another lawyer may still be put on the seat.' })
  viewerCanCover(@Root() duty: DutyRow, @Ctx() { viewer, now }: Context): boolean {
    const isOpen = duty.status !== 'CANCELLED' && !duty.checkedIn && now < duty.endsAt;
    return isOpen && canManageDuty(viewer);
  }
}
