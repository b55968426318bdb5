import { DateTimeScalar, LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { SharedField } from '../referral/rules/sharing.ts';
import { ConsentAnswer, ConsentForm, ConsentSubject } from './rules/consent.ts';

registerEnumType(ConsentSubject, { name: 'ConsentSubject', description: 'What a party is asked.' });
registerEnumType(ConsentAnswer, { name: 'ConsentAnswer' });
registerEnumType(ConsentForm, { name: 'ConsentForm', description: 'How it was given.' });

@ObjectType('Consent', { description: 'One answer of a party, as it was written down.' })
export class ConsentType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ConsentSubject)
  readonly subject!: ConsentSubject;

  @Field(() => ConsentAnswer)
  readonly answer!: ConsentAnswer;

  @Field(() => ConsentForm)
  readonly form!: ConsentForm;

  @Field(() => DateTimeScalar)
  readonly answeredAt!: Date;

  @Field(() => DateTimeScalar)
  readonly recordedAt!: Date;

  @Field(() => [SharedField])
  readonly scope!: readonly SharedField[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'Of an extension: the new last day.' })
  readonly until!: string | null;
}
