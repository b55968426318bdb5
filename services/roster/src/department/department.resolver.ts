import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Institution } from '../institution/institution.entity.ts';
import { InstitutionType } from '../institution/institution.type.ts';
import type { Staff } from '../staff/staff.entity.ts';
import { StaffType } from '../staff/staff.type.ts';
import type { Department } from './department.entity.ts';
import {
  AddDepartmentInput,
  ChangeDepartmentInput,
  DepartmentPayload,
  DepartmentStepInput,
} from './department.inputs.ts';
import { DepartmentType } from './department.type.ts';
import { addDepartment, changeDepartment, closeDepartment } from './save-department.ts';

@Resolver(() => DepartmentType)
export class DepartmentResolver {
  @Mutation(() => DepartmentPayload)
  async addDepartment(
    @Arg('input', () => AddDepartmentInput) input: AddDepartmentInput,
    @Ctx() context: Context,
  ): Promise<DepartmentPayload> {
    return { department: await addDepartment(input, context) };
  }

  @Mutation(() => DepartmentPayload)
  async changeDepartment(
    @Arg('input', () => ChangeDepartmentInput) input: ChangeDepartmentInput,
    @Ctx() context: Context,
  ): Promise<DepartmentPayload> {
    return { department: await changeDepartment(input, context) };
  }

  @Mutation(() => DepartmentPayload, { description: 'One without staff; what it received and handled stays.' })
  async closeDepartment(
    @Arg('input', () => DepartmentStepInput) input: DepartmentStepInput,
    @Ctx() context: Context,
  ): Promise<DepartmentPayload> {
    return { department: await closeDepartment(input, context) };
  }

  @FieldResolver(() => Int, { description: 'Who have not left.' })
  staffCount(@Root() { id }: Department, @Ctx() { people }: Context): Promise<number> {
    return people.staffCounts.load(id);
  }

  @FieldResolver(() => InstitutionType)
  institution(@Root() { institutionId }: Department, @Ctx() { people }: Context): Promise<Institution | null> {
    return people.institution(institutionId);
  }

  @FieldResolver(() => StaffType, { nullable: true })
  head(@Root() { headId }: Department, @Ctx() { people }: Context): Promise<Staff | null> | null {
    return headId ? people.staffMember(headId) : null;
  }
}
