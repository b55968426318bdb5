import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Owned by the petitions subgraph; ours is what was referred of it. */
@Directive('@key(fields: "id")')
@ObjectType('Matter')
export class MatterRef {
  @Field(() => ID)
  readonly id!: string;
}
