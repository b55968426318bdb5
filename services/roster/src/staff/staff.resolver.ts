import type { Role } from '@everyletter/kit/viewer';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Department } from '../department/department.entity.ts';
import { DepartmentType } from '../department/department.type.ts';
import { RoleEnum } from '../viewer/viewer.type.ts';
import type { Staff } from './staff.entity.ts';
import { StaffType } from './staff.type.ts';

@Resolver(() => StaffType)
export class StaffResolver {
  @Query(() => StaffType, { nullable: true })
  staffMember(@Arg('id', () => ID) id: string, @Ctx() { people }: Context): Promise<Staff | null> {
    return people.staffMember(id);
  }

  @FieldResolver(() => DepartmentType)
  department(@Root() { departmentId }: Staff, @Ctx() { people }: Context): Promise<Department | null> {
    return people.department(departmentId);
  }

  @FieldResolver(() => [RoleEnum])
  roles(@Root() { id }: Staff, @Ctx() { people }: Context): Promise<Role[]> {
    return people.rolesOf.load(id);
  }
}
