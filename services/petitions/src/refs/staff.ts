import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Owned by the roster subgraph; we say what a member of staff has in hand. */
@Directive('@key(fields: "id")')
@ObjectType('Staff')
export class StaffRef {
  @Field(() => ID)
  readonly id!: string;
}
