import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Department } from '../department/department.entity.ts';
import { DepartmentType } from '../department/department.type.ts';
import type { Institution } from '../institution/institution.entity.ts';
import { InstitutionType } from '../institution/institution.type.ts';
import type { Staff } from '../staff/staff.entity.ts';
import { StaffType } from '../staff/staff.type.ts';
import { ViewerType } from './viewer.type.ts';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType)
  viewer(@Ctx() { viewer }: Context): Context['viewer'] {
    return viewer;
  }

  @FieldResolver(() => InstitutionType)
  institution(@Ctx() { people, viewer }: Context): Promise<Institution | null> {
    return people.institution(viewer.institutionId);
  }

  @FieldResolver(() => StaffType, {
    nullable: true,
    description: 'Null for outside people: lawyers, mediators, reporters.',
  })
  staff(@Ctx() { people, viewer }: Context): Promise<Staff | null> | null {
    return viewer.staffId ? people.staffMember(viewer.staffId) : null;
  }

  @FieldResolver(() => [DepartmentType])
  async departments(@Ctx() { people, viewer }: Context): Promise<Department[]> {
    const found = await Promise.all(viewer.departmentIds.map((id) => people.department(id)));
    return found.filter((department) => department !== null);
  }
}
