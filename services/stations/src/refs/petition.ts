import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Owned by the petitions subgraph; ours are the consultations about it. */
@Directive('@key(fields: "id")')
@ObjectType('Petition')
export class PetitionRef {
  @Field(() => ID)
  readonly id!: string;
}
