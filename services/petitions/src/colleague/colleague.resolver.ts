import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { StaffRef } from '../refs/staff.ts';

@Resolver(() => StaffRef)
export class ColleagueResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Accepted petitions in their hand that are not answered; a count, no list. Null until this service has heard of them.',
  })
  openPetitionCount(@Root() { id }: StaffRef, @Ctx() { colleagues }: Context): Promise<number> {
    return colleagues.loads.load(id);
  }
}
