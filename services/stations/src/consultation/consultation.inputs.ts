import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Specialty } from '../lawyer/rules/kinds.ts';
import { ConsultationType } from './consultation.type.ts';
import { ConsultationOutcome } from './rules/consultation-state.ts';

@InputType()
export class StartConsultationInput {
  @Field(() => ID, { description: 'Of the lawyer, today.' })
  readonly dutyId!: string;

  @Field(() => ID, { nullable: true })
  readonly petitionId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly matterId?: string | null;

  @Field(() => String, { description: 'Who came; sealed, and shown masked to everybody but the lawyer.' })
  readonly personName!: string;

  @Field(() => [String], { nullable: true, description: 'The other side, by name; sealed.' })
  readonly otherParties?: readonly string[] | null;

  @Field(() => Specialty)
  readonly topic!: Specialty;
}

@InputType()
export class RecordConsultationInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly minutes!: number;

  @Field(() => ConsultationOutcome)
  readonly outcome!: ConsultationOutcome;

  @Field(() => String, { nullable: true, description: 'The lawyer’s own; nobody else reads it.' })
  readonly note?: string | null;
}

@ObjectType()
export class ConsultationPayload {
  @Field(() => ConsultationType)
  readonly consultation!: object;
}
