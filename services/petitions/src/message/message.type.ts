import { DateTimeScalar } from '@everyletter/kit/subgraph-schema';
import { Field, ID, InputType, ObjectType } from 'type-graphql';

@ObjectType('Message', {
  description: 'Written after the petition: by the petitioner with number and query code, or by the desk to them.',
})
export class MessageType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => DateTimeScalar)
  readonly at!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null: nobody has read it yet.' })
  readonly readAt!: Date | null;
}

@InputType()
export class WriteMessageInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => String)
  readonly text!: string;
}
