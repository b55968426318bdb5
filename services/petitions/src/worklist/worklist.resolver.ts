import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { countViews, countWorklist, searchWorklist, type WorklistPage } from './search-worklist.ts';
import { WorklistFilterInput, WorklistOrder } from './worklist.inputs.ts';
import { COUNTED_MAX } from './worklist.repository.ts';
import { PetitionConnection, WorklistCounts } from './worklist.type.ts';

/** In the schema, for whoever shows the figure. */
const COUNTED = `Counted up to ${COUNTED_MAX.toLocaleString('en')}: that figure says as many or more.`;

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

  @Query(() => WorklistCounts, {
    description: `Counts behind the tabs, under the same filter without its view. ${COUNTED}`,
  })
  worklistCounts(
    @Arg('filter', () => WorklistFilterInput, { nullable: true }) filter: WorklistFilterInput | undefined,
    @Ctx() context: Context,
  ): Promise<Partial<WorklistCounts>> {
    return countViews(filter ?? {}, context);
  }

  @FieldResolver(() => Int, { description: COUNTED })
  totalCount(@Root() { filter }: WorklistPage, @Ctx() context: Context): Promise<number> {
    return countWorklist(filter, context);
  }
}
