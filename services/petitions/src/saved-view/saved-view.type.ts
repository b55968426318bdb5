import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { WorklistColumn, WorklistFilterInput, WorklistOrder } from '../worklist/worklist.inputs.ts';

@ObjectType('SavedView', { description: 'A list of the desk kept under a name.' })
export class SavedViewType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => Int)
  readonly version!: number;
}

@InputType()
export class SaveViewInput {
  @Field(() => String, { description: 'One to thirty characters.' })
  readonly name!: string;

  @Field(() => WorklistFilterInput, { description: 'Without a search: a person sought is nobody else’s business.' })
  readonly filter!: WorklistFilterInput;

  @Field(() => WorklistOrder)
  readonly order!: WorklistOrder;

  @Field(() => [WorklistColumn], { nullable: true, description: 'In their order; the usual ones when left out.' })
  readonly columns?: readonly WorklistColumn[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A department of the viewer’s own; absent, the view is theirs alone.',
  })
  readonly sharedDepartmentId?: string | null;
}

@InputType()
export class RemoveViewInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;
}

@ObjectType({ description: 'What the viewer’s views are now.' })
export class SavedViewsPayload {
  @Field(() => [SavedViewType])
  readonly savedViews!: readonly SavedViewType[];
}
