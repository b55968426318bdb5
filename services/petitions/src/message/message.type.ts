import { DateTimeScalar } from '@everyletter/kit/subgraph-schema';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Message', { description: 'What a petitioner wrote after the petition, by number and query code.' })
export class MessageType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => DateTimeScalar)
  readonly at!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null: nobody has read it yet.' })
  readonly readAt!: Date | null;
}
