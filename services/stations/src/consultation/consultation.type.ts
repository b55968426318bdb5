import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LawyerType } from '../lawyer/lawyer.type.ts';
import { Specialty } from '../lawyer/rules/kinds.ts';
import { MatterRef } from '../refs/matter.ts';
import { ConflictKind, ConsultationOutcome, ConsultationState } from './rules/consultation-state.ts';

registerEnumType(ConsultationState, { name: 'ConsultationState' });
registerEnumType(ConsultationOutcome, { name: 'ConsultationOutcome' });
registerEnumType(ConflictKind, { name: 'ConflictKind' });

@ObjectType('Consultation', { description: 'One talk of a lawyer with somebody who came. It is free of charge.' })
export class ConsultationType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ConsultationState)
  readonly state!: ConsultationState;

  @Field(() => Specialty)
  readonly topic!: Specialty;

  @Field(() => LocalDateScalar)
  readonly heldOn!: LocalDate;

  @Field(() => Int, { nullable: true })
  readonly minutes!: number | null;

  @Field(() => ConsultationOutcome, { nullable: true })
  readonly outcome!: ConsultationOutcome | null;

  @Field(() => String, { nullable: true, description: 'Why a conflict was overridden.' })
  readonly overrideReason!: string | null;
}

@ObjectType('ConflictHit', { description: 'An earlier consultation that speaks against this one.' })
export class ConflictHitType {
  @Field(() => ConflictKind)
  readonly kind!: ConflictKind;

  @Field(() => LocalDateScalar)
  readonly heldOn!: LocalDate;

  @Field(() => LawyerType, { nullable: true })
  readonly lawyer!: object | null;

  @Field(() => MatterRef, { nullable: true })
  readonly matter!: MatterRef | null;
}
