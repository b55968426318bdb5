import type { Role } from '@everyletter/kit/viewer';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Absence } from '../absence/absence.entity.ts';
import { canRecordAbsence } from '../absence/absence.policy.ts';
import { AbsenceType } from '../absence/absence.type.ts';
import type { Context } from '../context.ts';
import type { Department } from '../department/department.entity.ts';
import { DepartmentType } from '../department/department.type.ts';
import type { ReceptionDay } from '../reception-day/reception-day.entity.ts';
import { ReceptionDayType } from '../reception-day/reception-day.type.ts';
import { RoleEnum } from '../viewer/viewer.type.ts';
import { addStaff } from './add-staff.ts';
import { changeStaff } from './change-staff.ts';
import { disableStaff, enableStaff } from './disable-staff.ts';
import type { Staff } from './staff.entity.ts';
import {
  AddStaffInput,
  ChangeStaffInput,
  cardOf,
  DisableStaffInput,
  StaffPayload,
  StaffStepInput,
} from './staff.inputs.ts';
import { StaffType } from './staff.type.ts';

@Resolver(() => StaffType)
export class StaffResolver {
  @Query(() => StaffType, { nullable: true })
  staffMember(@Arg('id', () => ID) id: string, @Ctx() { people }: Context): Promise<Staff | null> {
    return people.staffMember(id);
  }

  @Mutation(() => StaffPayload)
  async addStaff(
    @Arg('input', () => AddStaffInput) input: AddStaffInput,
    @Ctx() context: Context,
  ): Promise<StaffPayload> {
    return { staff: await addStaff(cardOf(input), context) };
  }

  @Mutation(() => StaffPayload)
  async changeStaff(
    @Arg('input', () => ChangeStaffInput) input: ChangeStaffInput,
    @Ctx() context: Context,
  ): Promise<StaffPayload> {
    return { staff: await changeStaff(input, context) };
  }

  @Mutation(() => StaffPayload, { description: 'They are signed out at once, everywhere.' })
  async disableStaff(
    @Arg('input', () => DisableStaffInput) input: DisableStaffInput,
    @Ctx() context: Context,
  ): Promise<StaffPayload> {
    return { staff: await disableStaff(input, context) };
  }

  @Mutation(() => StaffPayload)
  async enableStaff(
    @Arg('input', () => StaffStepInput) input: StaffStepInput,
    @Ctx() context: Context,
  ): Promise<StaffPayload> {
    return { staff: await enableStaff(input, context) };
  }

  @FieldResolver(() => DepartmentType)
  department(@Root() { departmentId }: Staff, @Ctx() { people }: Context): Promise<Department | null> {
    return people.department(departmentId);
  }

  @FieldResolver(() => [RoleEnum])
  roles(@Root() { id }: Staff, @Ctx() { people }: Context): Promise<Role[]> {
    return people.rolesOf.load(id);
  }

  @FieldResolver(() => [DepartmentType], { description: 'The departments a leader answers for (分管).' })
  async lines(@Root() { id }: Staff, @Ctx() { people }: Context): Promise<Department[]> {
    const lines = await people.linesOf.load(id);
    const departments = await Promise.all(lines.map(({ departmentId }) => people.department(departmentId)));
    return departments.filter((department) => department !== null);
  }

  @FieldResolver(() => [AbsenceType], { description: 'By day, those that are over too.' })
  absences(@Root() { id }: Staff, @Ctx() { absences }: Context): Promise<Absence[]> {
    return absences.of.load(id);
  }

  @FieldResolver(() => Boolean)
  viewerCanRecordAbsence(@Root() { id, departmentId, active }: Staff, @Ctx() { viewer }: Context): boolean {
    return active && canRecordAbsence(viewer, { staffId: id, departmentId });
  }

  @FieldResolver(() => [ReceptionDayType], { description: 'Days of reception after today, by day.' })
  duties(@Root() { id }: Staff, @Ctx() { receptions, today }: Context): Promise<ReceptionDay[]> {
    return receptions.aheadOf(id, today);
  }
}
