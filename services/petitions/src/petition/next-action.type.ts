import { PhraseType } from '@everyletter/kit/figures';
import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { NextActionKind } from './rules/next-action.ts';

registerEnumType(NextActionKind, { name: 'NextActionKind' });

@ObjectType('NextAction', { description: 'What the desk does next with a petition.' })
export class NextActionType {
  @Field(() => NextActionKind)
  readonly kind!: NextActionKind;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day to work towards.' })
  readonly dueOn!: LocalDate | null;

  @Field(() => PhraseType)
  readonly words!: PhraseType;
}
