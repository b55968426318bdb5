import { Live } from '@everyletter/kit/live';
import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import type { Role } from '@everyletter/kit/viewer';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Department } from '../department/department.entity.ts';
import { DepartmentType } from '../department/department.type.ts';
import type { Staff } from '../staff/staff.entity.ts';
import { StaffType } from '../staff/staff.type.ts';
import { RoleEnum } from '../viewer/viewer.type.ts';
import type { Institution } from './institution.entity.ts';
import { InstitutionType } from './institution.type.ts';

@ArgsType()
class StaffFilter {
  @Field(() => RoleEnum, { nullable: true })
  readonly role?: Role;

  @Field(() => ID, { nullable: true })
  readonly departmentId?: string;

  @Field(() => Boolean, { nullable: true, description: 'Also those who left.' })
  readonly left?: boolean;
}

@Resolver(() => InstitutionType)
export class InstitutionResolver {
  @Query(() => InstitutionType, { nullable: true })
  institution(@Arg('id', () => ID) id: string, @Ctx() { people }: Context): Promise<Institution | null> {
    return people.institution(id);
  }

  @Query(() => [InstitutionType], { description: 'The institutions the viewer may see: their own and those below it.' })
  institutions(@Ctx() { people }: Context): Promise<Institution[]> {
    return people.allInstitutions();
  }

  @Live(() => InstitutionType, 'Who receives, who sits at the stations or who waits is not what it was.')
  hallChanged(@Ctx() { people, viewer }: Context): Promise<Institution | null> {
    return people.institution(viewer.institutionId);
  }

  @FieldResolver(() => InstitutionType, {
    nullable: true,
    description: 'Null at the root, or where the viewer may not look up.',
  })
  parent(@Root() { parentId }: Institution, @Ctx() { people }: Context): Promise<Institution | null> | null {
    return parentId ? people.institution(parentId) : null;
  }

  @FieldResolver(() => [InstitutionType])
  children(@Root() { id }: Institution, @Ctx() { people }: Context): Promise<Institution[]> {
    return people.childrenOf.load(id);
  }

  @FieldResolver(() => [DepartmentType])
  departments(@Root() { id }: Institution, @Ctx() { people }: Context): Promise<Department[]> {
    return people.departmentsOf.load(id);
  }

  @FieldResolver(() => [StaffType], { description: 'By name; those who left only on demand.' })
  staff(
    @Root() { id }: Institution,
    @Args(() => StaffFilter) filter: StaffFilter,
    @Ctx() { people }: Context,
  ): Promise<Staff[]> {
    return people.staffOf(id, filter);
  }

  @FieldResolver(() => LocalDateScalar, { description: 'The civil day there, one for the whole answer.' })
  today(@Ctx() { today }: Context): LocalDate {
    return today;
  }
}
