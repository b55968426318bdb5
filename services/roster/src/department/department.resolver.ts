import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Institution } from '../institution/institution.entity.ts';
import { InstitutionType } from '../institution/institution.type.ts';
import type { Staff } from '../staff/staff.entity.ts';
import { StaffType } from '../staff/staff.type.ts';
import type { Department } from './department.entity.ts';
import { DepartmentType } from './department.type.ts';

@Resolver(() => DepartmentType)
export class DepartmentResolver {
  @FieldResolver(() => InstitutionType)
  institution(@Root() { institutionId }: Department, @Ctx() { people }: Context): Promise<Institution | null> {
    return people.institution(institutionId);
  }

  @FieldResolver(() => StaffType, { nullable: true })
  head(@Root() { headId }: Department, @Ctx() { people }: Context): Promise<Staff | null> | null {
    return headId ? people.staffMember(headId) : null;
  }
}
