import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Owned by the roster subgraph; we only point at it. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Institution')
export class InstitutionRef {
  @Field(() => ID)
  readonly id!: string;
}
