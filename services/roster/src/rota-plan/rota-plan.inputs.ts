import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RotaPlanType } from './rota-plan.type.ts';

@InputType()
export class StartRotaPlanInput {
  @Field(() => String)
  readonly name!: string;

  @Field(() => LocalDateScalar)
  readonly from!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly to!: LocalDate;

  @Field(() => Int, { description: 'The same seed and input give the same rota.' })
  readonly seed!: number;

  @Field(() => Boolean, { description: 'Changes as few published turns as it can, e.g. after a sick call.' })
  readonly keepPublished!: boolean;
}

@InputType()
export class RepairRotaInput {
  @Field(() => String)
  readonly name!: string;

  @Field(() => [LocalDateScalar], {
    description: 'From today on: days somebody is away, or that are no longer worked.',
  })
  readonly dates!: readonly LocalDate[];
}

@InputType()
export class DiscardRotaPlanInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;
}

@InputType()
export class CancelRotaPlanInput {
  @Field(() => ID)
  readonly id!: string;
}

@InputType({ description: 'Who gives up a turn and who takes it; one of them may be nobody.' })
export class RotaMoveInput {
  @Field(() => String)
  readonly turnKey!: string;

  @Field(() => ID, { nullable: true })
  readonly removeId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly addId?: string | null;
}

@InputType()
export class EditRotaPlanInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => [RotaMoveInput], { description: 'Made together or not at all.' })
  readonly moves!: readonly RotaMoveInput[];
}

@InputType()
export class PublishRotaPlanInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => Boolean, { description: 'Also days of a year whose holidays are not published yet.' })
  readonly acceptProvisional!: boolean;
}

@ObjectType()
export class RotaPlanPayload {
  @Field(() => RotaPlanType)
  readonly rotaPlan!: RotaPlanType;
}

@ObjectType()
export class PublishRotaPlanPayload {
  @Field(() => RotaPlanType)
  readonly rotaPlan!: RotaPlanType;

  @Field(() => Int, { description: 'Leaders whose days changed; nobody else is told.' })
  readonly notifiedCount!: number;
}
