import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Field, ID, InputType, ObjectType } from 'type-graphql';

@ObjectType('Recusal', { description: '回避: who keeps away from the matter, and why.' })
export class RecusalType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDateScalar)
  readonly declaredOn!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly liftedOn!: string | null;
}

@InputType()
export class DeclareRecusalInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => ID, { nullable: true, description: 'Whom it is declared for; the viewer when left out.' })
  readonly staffId?: string | null;

  @Field(() => String)
  readonly reason!: string;
}

@ObjectType({ description: 'The petition itself is not here: for the one who keeps away it is gone.' })
export class DeclareRecusalPayload {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => Boolean, { description: 'It was for the viewer themselves.' })
  readonly own!: boolean;
}
