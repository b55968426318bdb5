import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { checkRange } from '../calendar/rules/working-day.ts';
import type { Context } from '../context.ts';
import type { ReceptionDay } from '../reception-day/reception-day.entity.ts';
import { ReceptionDayType } from '../reception-day/reception-day.type.ts';
import type { Staff } from '../staff/staff.entity.ts';
import { StaffType } from '../staff/staff.type.ts';
import type { Absence } from './absence.entity.ts';
import { canRecordAbsence } from './absence.policy.ts';
import { AbsencePayload, AbsenceType, RecordAbsenceInput } from './absence.type.ts';
import { recordAbsence, removeAbsence } from './record-absence.ts';
import { AbsenceKind } from './rules/absence.ts';

@Resolver(() => AbsenceType)
export class AbsenceResolver {
  @Query(() => [AbsenceType], {
    description: 'Whoever is away on one of the days; `to` at most 400 days after `from`.',
  })
  absences(
    @Arg('from', () => LocalDateScalar) from: LocalDate,
    @Arg('to', () => LocalDateScalar) to: LocalDate,
    @Ctx() { absences }: Context,
  ): Promise<Absence[]> {
    checkRange(from, to);
    return absences.between(from, to);
  }

  @Mutation(() => AbsencePayload)
  async recordAbsence(
    @Arg('input', () => RecordAbsenceInput) input: RecordAbsenceInput,
    @Ctx() context: Context,
  ): Promise<AbsencePayload> {
    return { absence: await recordAbsence(input, context) };
  }

  @Mutation(() => AbsencePayload, { description: 'Answers what was removed.' })
  async removeAbsence(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<AbsencePayload> {
    return { absence: await removeAbsence(id, context) };
  }

  @FieldResolver(() => StaffType)
  staff(@Root() { staffId }: Absence, @Ctx() { people }: Context): Promise<Staff | null> {
    return people.staffMember(staffId);
  }

  @FieldResolver(() => AbsenceKind, {
    nullable: true,
    description: 'Null for those who only need to know that somebody is away.',
  })
  async kind(@Root() { kind, staffId }: Absence, @Ctx() { people, viewer }: Context): Promise<AbsenceKind | null> {
    const staff = await people.staffMember(staffId);
    const isTheirs = canRecordAbsence(viewer, { staffId, departmentId: staff?.departmentId ?? '' });
    return isTheirs ? (kind as AbsenceKind) : null;
  }

  @FieldResolver(() => [ReceptionDayType], { description: 'Published days of theirs in it, from today on.' })
  async duties(@Root() { staffId, from, to }: Absence, @Ctx() { receptions, today }: Context): Promise<ReceptionDay[]> {
    if (to < today) return [];
    const days = await receptions.between((from > today ? from : today) as LocalDate, to as LocalDate);
    return days.filter(({ leaderId }) => leaderId === staffId);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may record and remove it.' })
  async viewerCanChange(@Root() { staffId }: Absence, @Ctx() { people, viewer }: Context): Promise<boolean> {
    const staff = await people.staffMember(staffId);
    return canRecordAbsence(viewer, { staffId, departmentId: staff?.departmentId ?? '' });
  }
}
