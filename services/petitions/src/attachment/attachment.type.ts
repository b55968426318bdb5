import { DateTimeScalar } from '@everyletter/kit/subgraph-schema';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('Attachment', { description: 'A paper as a file, opened through the files door.' })
export class AttachmentType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly mediaType!: string;

  @Field(() => Int, { description: 'Bytes.' })
  readonly byteCount!: number;

  @Field(() => DateTimeScalar)
  readonly uploadedAt!: Date;

  @Field(() => String, { description: 'What looked for viruses in it: NONE or COMMAND.' })
  readonly virusScanner!: string;
}

@ObjectType()
export class DiscardScanPayload {
  @Field(() => ID)
  readonly discardedId!: string;
}
