import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Owned by the petitions subgraph; we add who is to receive the petitioner. */
@Directive('@key(fields: "id")')
@ObjectType('Petition')
export class PetitionRef {
  @Field(() => ID)
  readonly id!: string;
}
