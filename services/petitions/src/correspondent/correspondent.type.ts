import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { CorrespondentKind } from './rules/correspondent.ts';

registerEnumType(CorrespondentKind, { name: 'CorrespondentKind', description: '代表人 · 律师 · 转交人' });

@ObjectType('Correspondent', { description: 'Somebody beside the petitioner who is answered; masked.' })
export class CorrespondentType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => CorrespondentKind)
  readonly kind!: CorrespondentKind;
}

@InputType()
export class AddCorrespondentInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => CorrespondentKind)
  readonly kind!: CorrespondentKind;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Their own: a letter to them goes nowhere else.' })
  readonly address?: string | null;

  @Field(() => String, { nullable: true })
  readonly phone?: string | null;
}
