import { connectionOf } from '@everyletter/kit/paging';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PetitionType } from '../petition/petition.type.ts';
import { SearchMatch } from './rules/search-term.ts';

registerEnumType(SearchMatch, { name: 'SearchMatch', description: 'Where a petition holds what was sought.' });

@ObjectType()
export class WorklistMatch {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => [SearchMatch])
  readonly on!: readonly SearchMatch[];
}

@ObjectType()
export class PetitionConnection extends connectionOf(PetitionType, 'Petition') {
  @Field(() => [WorklistMatch], { description: 'Why each is here; empty where nothing was sought.' })
  readonly matches!: readonly WorklistMatch[];

  @Field(() => Boolean, { description: 'Words may stand in older letters too: only the newest were opened.' })
  readonly searchCut!: boolean;
}

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
