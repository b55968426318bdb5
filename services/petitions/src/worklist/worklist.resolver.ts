import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { countViews, countWorklist, searchWorklist, type WorklistPage } from './search-worklist.ts';
import { WorklistFilterInput, WorklistOrder } from './worklist.inputs.ts';
import { PetitionConnection, WorklistCounts } from './worklist.type.ts';

@Resolver(() => PetitionConnection)
export class WorklistResolver {
  @Query(() => PetitionConnection, { description: 'One page of the desk; `first` from 1 to 100.' })
  worklist(
    @Arg('filter', () => WorklistFilterInput, { nullable: true }) filter: WorklistFilterInput | undefined,
    @Arg('order', () => WorklistOrder, { nullable: true, defaultValue: 'RECEIVED_NEWEST' }) order: WorklistOrder,
    @Arg('first', () => Int, { nullable: true, defaultValue: 100 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | undefined,
    @Ctx() context: Context,
  ): Promise<WorklistPage> {
    return searchWorklist({ filter: filter ?? {}, order, first, after: after ?? null }, context);
  }

  @Query(() => WorklistCounts, { description: 'Counts behind the tabs, under the same filter without its view.' })
  worklistCounts(
    @Arg('filter', () => WorklistFilterInput, { nullable: true }) filter: WorklistFilterInput | undefined,
    @Ctx() context: Context,
  ): Promise<Partial<WorklistCounts>> {
    return countViews(filter ?? {}, context);
  }

  @FieldResolver(() => Int)
  totalCount(@Root() { filter }: WorklistPage, @Ctx() context: Context): Promise<number> {
    return countWorklist(filter, context);
  }
}
