import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType('MaterialsRequest', {
  description: '一次性告知: everything that is missing, told once. The seven days run on.',
})
export class MaterialsRequestType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDateScalar)
  readonly requestedOn!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly receivedOn!: string | null;
}

@InputType()
export class RequestMaterialsInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => [String], { description: 'All of them: it is told once.' })
  readonly items!: readonly string[];
}

@InputType()
export class ReceiveMaterialsInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;
}
