import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RepresentationType } from './representation.type.ts';
import {
  RepresentationConsentForm,
  RepresentationEndReason,
  RepresentationScope,
} from './rules/representation-state.ts';

@InputType()
export class ProposeRepresentationInput {
  @Field(() => ID)
  readonly matterId!: string;

  @Field(() => ID, { nullable: true })
  readonly petitionId?: string | null;

  @Field(() => ID)
  readonly lawyerId!: string;

  @Field(() => String, { description: 'For whom; sealed, and shown masked to everybody but the lawyer.' })
  readonly personName!: string;

  @Field(() => [String], { nullable: true, description: 'The other side, by name; sealed.' })
  readonly otherParties?: readonly string[] | null;

  @Field(() => [RepresentationScope])
  readonly scope!: readonly RepresentationScope[];

  @Field(() => RepresentationConsentForm)
  readonly consentForm!: RepresentationConsentForm;

  @Field(() => LocalDateScalar)
  readonly consentedOn!: LocalDate;

  @Field(() => Boolean, { description: 'That the petitioner was told it costs nothing; nothing else is taken.' })
  readonly freeOfCharge!: boolean;
}

@InputType()
class RepresentationStepInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;
}

@InputType()
export class OverrideRepresentationInput extends RepresentationStepInput {
  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class AnswerRepresentationInput extends RepresentationStepInput {
  @Field(() => Boolean)
  readonly accepts!: boolean;

  @Field(() => String, { nullable: true, description: 'Needed for a no.' })
  readonly reason?: string | null;
}

@InputType()
export class EndRepresentationInput extends RepresentationStepInput {
  @Field(() => RepresentationEndReason)
  readonly reason!: RepresentationEndReason;

  @Field(() => String, { nullable: true })
  readonly note?: string | null;
}

@ObjectType()
export class RepresentationPayload {
  @Field(() => RepresentationType)
  readonly representation!: object;
}
