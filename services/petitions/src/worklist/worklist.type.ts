import { connectionOf } from '@everyletter/kit/paging';
import { Field, Int, ObjectType } from 'type-graphql';
import { PetitionType } from '../petition/petition.type.ts';

@ObjectType()
export class PetitionConnection extends connectionOf(PetitionType, 'Petition') {}

@ObjectType({ description: 'Counts behind the tabs, under the same filter without its view.' })
export class WorklistCounts {
  @Field(() => Int)
  readonly all!: number;

  @Field(() => Int)
  readonly dueToday!: number;

  @Field(() => Int)
  readonly dueSoon!: number;

  @Field(() => Int)
  readonly overdue!: number;

  @Field(() => Int)
  readonly untriaged!: number;

  @Field(() => Int, { description: 'A reply came back that had reached nobody.' })
  readonly returned!: number;

  @Field(() => Int, { description: 'Ordered from above and not concluded.' })
  readonly superior!: number;

  @Field(() => Int)
  readonly mine!: number;

  @Field(() => Int)
  readonly answered!: number;
}
