import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Owned by the roster subgraph; we only point at it. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Department')
export class DepartmentRef {
  @Field(() => ID)
  readonly id!: string;
}
