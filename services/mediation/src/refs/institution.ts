import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Owned by the roster subgraph; ours are its partners. */
@Directive('@key(fields: "id")')
@ObjectType('Institution')
export class InstitutionRef {
  @Field(() => ID)
  readonly id!: string;
}
