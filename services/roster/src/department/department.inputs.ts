import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DepartmentKind, DepartmentType } from './department.type.ts';

@InputType()
export class AddDepartmentInput {
  @Field(() => String)
  readonly name!: string;

  @Field(() => DepartmentKind)
  readonly kind!: DepartmentKind;
}

@InputType()
export class DepartmentStepInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;
}

@InputType({ description: 'What is not named stays.' })
export class ChangeDepartmentInput extends DepartmentStepInput {
  @Field(() => String, { nullable: true })
  readonly name?: string | null;

  @Field(() => ID, { nullable: true, description: 'One of its own staff; null clears.' })
  readonly headId?: string | null;
}

@ObjectType()
export class DepartmentPayload {
  @Field(() => DepartmentType)
  readonly department!: object;
}
