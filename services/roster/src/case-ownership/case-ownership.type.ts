import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PetitionRef } from '../refs/petition.ts';

@Directive('@key(fields: "id")')
@ObjectType('CaseOwnership', {
  description: 'A leader owns a case (包案): one leader, one responsible person, one plan.',
})
export class CaseOwnershipType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => String, { nullable: true })
  readonly petitionNumber!: string | null;

  @Field(() => LocalDateScalar)
  readonly dueOn!: string;

  @Field(() => LocalDateScalar)
  readonly openedOn!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly closedOn!: string | null;
}

@InputType()
export class OpenCaseOwnershipInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => String, { nullable: true, description: 'As written on the petition.' })
  readonly petitionNumber?: string | null;

  @Field(() => ID)
  readonly leaderId!: string;

  @Field(() => ID, { description: 'Another person than the leader.' })
  readonly responsibleId!: string;

  @Field(() => String)
  readonly plan!: string;

  @Field(() => LocalDateScalar)
  readonly dueOn!: LocalDate;
}

@InputType()
export class ChangeCaseOwnershipInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => ID)
  readonly leaderId!: string;

  @Field(() => ID, { description: 'Another person than the leader.' })
  readonly responsibleId!: string;

  @Field(() => String)
  readonly plan!: string;

  @Field(() => LocalDateScalar)
  readonly dueOn!: LocalDate;
}

@InputType()
export class CloseCaseOwnershipInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => String, { description: 'What came of it.' })
  readonly outcome!: string;
}

@ObjectType()
export class CaseOwnershipPayload {
  @Field(() => CaseOwnershipType)
  readonly caseOwnership!: object;

  @Field(() => PetitionRef)
  readonly petition!: PetitionRef;
}
