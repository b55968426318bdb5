import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Hall } from './hall.entity.ts';

@ObjectType('Hall', { description: 'A building with stations; a lawyer serves in one hall a day.' })
export class HallType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly address!: string;
}

@InputType()
export class HallInput {
  @Field(() => ID, { nullable: true, description: 'Absent: a new hall.' })
  readonly id?: string | null;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String)
  readonly address!: string;
}

@ObjectType()
export class HallPayload {
  @Field(() => HallType)
  readonly hall!: Hall;
}
