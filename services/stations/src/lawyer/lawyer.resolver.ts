import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { LawFirm, Lawyer } from './lawyer.entity.ts';
import { LawFirmType, LawyerType } from './lawyer.type.ts';

@Resolver(() => LawyerType)
export class LawyerResolver {
  @Query(() => [LawyerType], { description: 'By name; a lawyer from outside sees themselves.' })
  lawyers(@Ctx() { duty }: Context): Promise<Lawyer[]> {
    return duty.allLawyers();
  }

  @FieldResolver(() => LawFirmType)
  firm(@Root() { firmId }: Lawyer, @Ctx() { duty }: Context): Promise<LawFirm | null> {
    return duty.firm(firmId);
  }
}
