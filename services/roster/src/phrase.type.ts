import { Directive, Field, ObjectType } from 'type-graphql';

@Directive('@shareable')
@ObjectType('Phrase', { description: 'The same sentence in both languages.' })
export class PhraseType {
  @Field(() => String)
  readonly zh!: string;

  @Field(() => String)
  readonly en!: string;
}
