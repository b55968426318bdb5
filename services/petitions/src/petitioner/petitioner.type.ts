import { Field, ObjectType } from 'type-graphql';

@ObjectType('Petitioner', { description: 'Masked: enough to recognise, not enough to know.' })
export class PetitionerType {
  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true })
  readonly idNumber!: string | null;

  @Field(() => String, { nullable: true })
  readonly phone!: string | null;

  @Field(() => String, { nullable: true })
  readonly address!: string | null;

  @Field(() => Boolean)
  readonly anonymous!: boolean;
}
