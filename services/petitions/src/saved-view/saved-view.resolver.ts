import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { DepartmentRef } from '../refs/department.ts';
import { StaffRef } from '../refs/staff.ts';
import { listQuery } from '../report/rules/list-query.ts';
import { countLists } from '../worklist/search-worklist.ts';
import { removeView, saveView } from './save-view.ts';
import type { SavedView } from './saved-view.entity.ts';
import { canRemoveView } from './saved-view.policy.ts';
import { RemoveViewInput, SavedViewsPayload, SavedViewType, SaveViewInput } from './saved-view.type.ts';

@Resolver(() => SavedViewType)
export class SavedViewResolver {
  @Query(() => [SavedViewType], {
    description: 'The viewer’s own and those shared with their departments, in the order they were saved.',
  })
  savedViews(@Ctx() { savedViews }: Context): Promise<SavedView[]> {
    return savedViews.all();
  }

  @Mutation(() => SavedViewsPayload)
  async saveView(
    @Arg('input', () => SaveViewInput) input: SaveViewInput,
    @Ctx() context: Context,
  ): Promise<SavedViewsPayload> {
    await saveView(input, context);
    return { savedViews: await context.savedViews.all() };
  }

  @Mutation(() => SavedViewsPayload)
  async removeView(
    @Arg('input', () => RemoveViewInput) input: RemoveViewInput,
    @Ctx() context: Context,
  ): Promise<SavedViewsPayload> {
    await removeView(input, context);
    return { savedViews: await context.savedViews.all() };
  }

  @FieldResolver(() => String, {
    description: 'The list as the address of the desk, e.g. `view=OVERDUE&channels=LETTER`.',
  })
  listQuery(@Root() { filter, sort, columns }: SavedView): string {
    return listQuery({ ...filter, order: sort, columns });
  }

  @FieldResolver(() => Int, { description: 'Petitions on the list now; counted as the tabs are.' })
  count(@Root() view: SavedView, @Ctx() context: Context): Promise<number> {
    return context.savedViews.countOf(view, (filters) => countLists(filters, context));
  }

  @FieldResolver(() => StaffRef)
  owner(@Root() { ownerId }: SavedView): StaffRef {
    return { id: ownerId };
  }

  @FieldResolver(() => DepartmentRef, { nullable: true, description: 'Null for a view of one’s own.' })
  sharedWith(@Root() { sharedDepartmentId }: SavedView): DepartmentRef | null {
    return sharedDepartmentId ? { id: sharedDepartmentId } : null;
  }

  @FieldResolver(() => Boolean)
  viewerCanRemove(@Root() view: SavedView, @Ctx() { viewer }: Context): boolean {
    return canRemoveView(viewer, view);
  }
}
