import { PeriodInput } from '@everyletter/kit/figures';
import { periodOf } from '@everyletter/kit/period';
import { DateTimeScalar, LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { coveragePeriod } from '../coverage/rules/coverage.ts';
import type { Lawyer } from '../lawyer/lawyer.entity.ts';
import { canManageDuty, isLawyer } from '../lawyer/lawyer.policy.ts';
import { LawyerType } from '../lawyer/lawyer.type.ts';
import type { Station } from '../station/station.entity.ts';
import { StationType } from '../station/station.type.ts';
import { confirmDuty, declineDuty } from './answer-duty.ts';
import { coverDuty } from './cover-duty.ts';
import { CoverCandidateType, CoverDutyInput, DutyPayload, DutyType } from './duty.type.ts';
import type { DutyRow } from './duty-row.ts';
import { CheckInWay } from './duty-row.ts';
import { recommendCover } from './recommend-cover.ts';
import { hoursBefore, isHeld } from './rules/duty-state.ts';

@Resolver(() => DutyType)
export class DutyResolver {
  @Query(() => [DutyType], { description: 'Of the lawyer who is signed in, whatever became of them, soonest first.' })
  ownDuties(
    @Arg('period', () => PeriodInput) period: PeriodInput,
    @Ctx() { duties, viewer }: Context,
  ): Promise<DutyRow[]> {
    return viewer.lawyerId
      ? duties.of(viewer.lawyerId, coveragePeriod(periodOf(period), 'period'))
      : Promise.resolve([]);
  }

  @Query(() => [DutyType], { description: 'Of every station on that day; who is to be there, and who came.' })
  dutiesOn(@Arg('date', () => LocalDateScalar) date: LocalDate, @Ctx() { duties }: Context): Promise<DutyRow[]> {
    return duties.on(date);
  }

  @Query(() => [DutyType], { description: 'Declined from today on, and nobody has the seat yet.' })
  declinedDuties(@Ctx() { duties, today }: Context): Promise<DutyRow[]> {
    return duties.declinedFrom(today);
  }

  @Mutation(() => DutyPayload)
  async confirmDuty(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<DutyPayload> {
    return { duty: await confirmDuty(id, context) };
  }

  @Mutation(() => DutyPayload, { description: 'The seat is open again at once.' })
  async declineDuty(
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String, { nullable: true }) reason: string | null,
    @Ctx() context: Context,
  ): Promise<DutyPayload> {
    return { duty: await declineDuty(id, reason ?? null, context) };
  }

  @Mutation(() => DutyPayload, { description: 'Another lawyer takes the seat; answers their duty.' })
  async coverDuty(
    @Arg('input', () => CoverDutyInput) input: CoverDutyInput,
    @Ctx() context: Context,
  ): Promise<DutyPayload> {
    return { duty: await coverDuty(input, context) };
  }

  @FieldResolver(() => StationType)
  station(@Root() { stationId }: DutyRow, @Ctx() { duty }: Context): Promise<Station | null> {
    return duty.station(stationId);
  }

  @FieldResolver(() => LawyerType, { nullable: true, description: 'Null to lawyers when it is not their own.' })
  lawyer(@Root() { lawyerId }: DutyRow, @Ctx() { duty }: Context): Promise<Lawyer | null> {
    return duty.lawyer(lawyerId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why it was declined.' })
  reason(@Root() { stored }: DutyRow): string | null {
    return stored.reason;
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true })
  checkedInAt(@Root() { stored }: DutyRow): Date | null {
    return stored.checkedInAt;
  }

  @FieldResolver(() => CheckInWay, { nullable: true })
  checkedInBy(@Root() { stored }: DutyRow): CheckInWay | null {
    return stored.checkedInBy;
  }

  @FieldResolver(() => Int, { description: '0 when they were in time.' })
  lateMinutes(@Root() { stored }: DutyRow): number {
    return stored.lateMinutes ?? 0;
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true })
  checkedOutAt(@Root() { stored }: DutyRow): Date | null {
    return stored.checkedOutAt;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Set when somebody wrote down that they did not come.' })
  absenceReason(@Root() { stored }: DutyRow): string | null {
    return stored.absentAt ? (stored.absenceReason ?? '') : null;
  }

  @FieldResolver(() => Boolean)
  viewerCanConfirm(@Root() duty: DutyRow, @Ctx() { viewer, now }: Context): boolean {
    return duty.status === 'PUBLISHED' && now < duty.startsAt && isLawyer(viewer, duty.lawyerId);
  }

  @FieldResolver(() => Boolean)
  viewerCanDecline(@Root() duty: DutyRow, @Ctx() { viewer, now }: Context): boolean {
    return isHeld(duty) && now < duty.startsAt && (isLawyer(viewer, duty.lawyerId) || canManageDuty(viewer));
  }

  @FieldResolver(() => Boolean, { description: 'In time, and no swap of it is under way.' })
  async viewerCanSwap(@Root() duty: DutyRow, @Ctx() { viewer, now, dutyPolicies }: Context): Promise<boolean> {
    const isOwn = isHeld(duty) && isLawyer(viewer, duty.lawyerId) && duty.stored.swapId === null;
    return isOwn && hoursBefore(duty, now) >= (await dutyPolicies.current()).swapNoticeHours;
  }

  @FieldResolver(() => [CoverCandidateType], { description: 'Who could take the seat, best first.' })
  candidates(@Root() duty: DutyRow, @Ctx() context: Context): Promise<CoverCandidateType[]> {
    return recommendCover(duty, context);
  }
}
