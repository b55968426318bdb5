import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Department } from '../department/department.entity.ts';
import { DepartmentType } from '../department/department.type.ts';
import type { Staff } from '../staff/staff.entity.ts';
import { StaffType } from '../staff/staff.type.ts';
import type { LeaderProfile } from './leader-profile.entity.ts';
import { LeaderProfilePayload, LeaderProfileType, SaveLeaderProfileInput } from './leader-profile.type.ts';
import { saveLeaderProfile } from './save-leader-profile.ts';

@Resolver(() => LeaderProfileType)
export class LeaderProfileResolver {
  @Query(() => [LeaderProfileType], { description: 'From the top, within a grade by name.' })
  leaderProfiles(@Ctx() { rotas }: Context): Promise<LeaderProfile[]> {
    return rotas.profiles();
  }

  @Mutation(() => LeaderProfilePayload)
  async saveLeaderProfile(
    @Arg('input', () => SaveLeaderProfileInput) input: SaveLeaderProfileInput,
    @Ctx() context: Context,
  ): Promise<{ leaderProfile: LeaderProfile }> {
    return { leaderProfile: await saveLeaderProfile(input, context) };
  }

  @FieldResolver(() => StaffType)
  staff(@Root() { id }: LeaderProfile, @Ctx() { people }: Context): Promise<Staff | null> {
    return people.staffMember(id);
  }

  @FieldResolver(() => [DepartmentType], { description: 'Departments they answer for (分管).' })
  async lines(@Root() { lineDepartmentIds }: LeaderProfile, @Ctx() { people }: Context): Promise<Department[]> {
    const found = await Promise.all(lineDepartmentIds.map((id) => people.department(id)));
    return found.filter((department) => department !== null);
  }
}
