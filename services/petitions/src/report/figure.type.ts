import { FigureUnit, type FigureWords, PhraseType } from '@everyletter/kit/figures';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Category, Channel } from '../petition/rules/kinds.ts';

const LIST_QUERY =
  'Query string of the worklist page that shows exactly the petitions counted; empty for an institution below.';

@Directive('@key(fields: "code")')
@ObjectType('FigureDefinition', { description: 'What a figure counts, beside the number.' })
export class FigureDefinition {
  @Field(() => ID)
  readonly code!: string;

  @Field(() => PhraseType)
  readonly name!: FigureWords['name'];

  @Field(() => PhraseType)
  readonly words!: FigureWords['words'];

  @Field(() => FigureUnit)
  readonly unit!: FigureUnit;
}

@ObjectType()
export class Figure {
  @Field(() => FigureDefinition)
  readonly definition!: FigureDefinition;

  @Field(() => Int)
  readonly value!: number;

  @Field(() => String, { description: LIST_QUERY })
  readonly listQuery!: string;
}

@ObjectType()
export class ChannelFigure {
  @Field(() => Channel)
  readonly channel!: Channel;

  @Field(() => Int)
  readonly value!: number;

  @Field(() => String, { description: LIST_QUERY })
  readonly listQuery!: string;
}

@ObjectType()
export class CategoryFigure {
  @Field(() => Category)
  readonly category!: Category;

  @Field(() => Int, {
    nullable: true,
    description: 'Null when below the smallest cell a reporter may see, or when it would tell such a cell.',
  })
  readonly value!: number | null;

  @Field(() => Boolean, { description: 'Small numbers of some months are withheld: at least as many.' })
  readonly isAtLeast!: boolean;

  @Field(() => String, { description: LIST_QUERY })
  readonly listQuery!: string;
}
