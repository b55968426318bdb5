import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PetitionType } from '../petition/petition.type.ts';
import { AlikeReason } from './rules/likeness.ts';

registerEnumType(AlikeReason, { name: 'AlikeReason' });

@ObjectType('AlikePetition', { description: 'An earlier petition that one coming in may repeat; a person decides.' })
export class AlikePetitionType {
  @Field(() => PetitionType)
  readonly petition!: object;

  @Field(() => [AlikeReason])
  readonly reasons!: readonly AlikeReason[];

  @Field(() => Boolean, { description: '同人' })
  readonly samePerson!: boolean;

  @Field(() => Boolean, { description: '同事' })
  readonly sameMatter!: boolean;

  @Field(() => Int, { description: 'Of the subjects, in percent.' })
  readonly similarity!: number;

  @Field(() => Boolean, { description: 'The matter has its result answer.' })
  readonly answered!: boolean;

  @Field(() => Boolean, { description: 'The substantive answer is late: a repeat must be escalated, not filed away.' })
  readonly answerOverdue!: boolean;
}
