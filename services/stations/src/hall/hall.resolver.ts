import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Hall } from './hall.entity.ts';
import { HallInput, HallPayload, HallType } from './hall.type.ts';
import { saveHall } from './save-hall.ts';

@Resolver(() => HallType)
export class HallResolver {
  @Query(() => [HallType], { description: 'Of the viewer’s institution, by name.' })
  halls(@Ctx() { requirements, viewer }: Context): Promise<Hall[]> {
    return requirements.hallsOf(viewer.institutionId);
  }

  @Mutation(() => HallPayload)
  async saveHall(@Arg('input', () => HallInput) input: HallInput, @Ctx() context: Context): Promise<HallPayload> {
    return { hall: await saveHall(input, context) };
  }
}
