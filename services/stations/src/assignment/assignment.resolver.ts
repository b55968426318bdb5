import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Lawyer } from '../lawyer/lawyer.entity.ts';
import { LawyerType } from '../lawyer/lawyer.type.ts';
import type { Station } from '../station/station.entity.ts';
import { StationType } from '../station/station.type.ts';
import type { Assignment } from './assignment.entity.ts';
import { AssignmentType } from './assignment.type.ts';

@Resolver(() => AssignmentType)
export class AssignmentResolver {
  @FieldResolver(() => StationType)
  station(@Root() { stationId }: Assignment, @Ctx() { duty }: Context): Promise<Station | null> {
    return duty.station(stationId);
  }

  @FieldResolver(() => LawyerType)
  lawyer(@Root() { lawyerId }: Assignment, @Ctx() { duty }: Context): Promise<Lawyer | null> {
    return duty.lawyer(lawyerId);
  }
}
