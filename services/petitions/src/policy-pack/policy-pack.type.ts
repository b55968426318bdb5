import { PhraseType } from '@everyletter/kit/figures';
import { DateTimeScalar, LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { OpenPetitions, PackState } from './policy-pack.entity.ts';
import { PolicyUnit } from './rules/policy-numbers.ts';

const Confidence = { CERTAIN: 'CERTAIN', LIKELY: 'LIKELY', UNSURE: 'UNSURE' } as const;
registerEnumType(Confidence, { name: 'PolicyConfidence', description: 'How sure the source of a number is.' });
registerEnumType(PackState, { name: 'PolicyPackState' });
registerEnumType(OpenPetitions, { name: 'OpenPetitions', description: 'What becomes of clocks that run already.' });
registerEnumType(PolicyUnit, { name: 'PolicyUnit' });

@ObjectType('PolicyNumber')
export class PolicyNumberType {
  @Field(() => ID)
  readonly key!: string;

  @Field(() => PhraseType)
  readonly name!: PhraseType;

  @Field(() => Int)
  readonly amount!: number;

  @Field(() => PolicyUnit)
  readonly unit!: PolicyUnit;

  @Field(() => [PolicyUnit], { description: 'The units it may be given in.' })
  readonly units!: readonly PolicyUnit[];

  @Field(() => Int)
  readonly min!: number;

  @Field(() => Int)
  readonly max!: number;

  @Field(() => String, { description: 'Where it is written, in the original.' })
  readonly legalBasis!: string;

  @Field(() => Confidence)
  readonly confidence!: string;

  @Field(() => Boolean, { nullable: true, description: 'Null where it cannot be switched off.' })
  readonly enabled!: boolean | null;

  @Field(() => Boolean, { description: 'Whether it differs from the pack in force.' })
  readonly changed!: boolean;
}

@ObjectType('PolicyPack', { description: 'A version of the numbers clocks are counted by.' })
export class PolicyPackType {
  @Field(() => ID)
  readonly version!: string;

  @Field(() => PackState)
  readonly state!: PackState;

  @Field(() => LocalDateScalar)
  readonly effectiveFrom!: string;

  @Field(() => OpenPetitions)
  readonly openPetitions!: OpenPetitions;

  @Field(() => String, { nullable: true })
  readonly note!: string | null;

  @Field(() => Int, { description: 'Hand it back with a change; a stale one is refused.' })
  readonly revision!: number;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly approvedAt!: Date | null;
}

@InputType()
export class DraftPolicyPackInput {
  @Field(() => String)
  readonly version!: string;

  @Field(() => LocalDateScalar)
  readonly effectiveFrom!: LocalDate;
}

@InputType()
export class PolicyNumberInput {
  @Field(() => ID)
  readonly key!: string;

  @Field(() => Int)
  readonly amount!: number;

  @Field(() => PolicyUnit)
  readonly unit!: PolicyUnit;

  @Field(() => String)
  readonly legalBasis!: string;

  @Field(() => Boolean, { nullable: true })
  readonly enabled?: boolean | null;
}

@InputType()
export class EditPolicyPackInput {
  @Field(() => ID)
  readonly version!: string;

  @Field(() => Int)
  readonly revision!: number;

  @Field(() => LocalDateScalar)
  readonly effectiveFrom!: LocalDate;

  @Field(() => OpenPetitions)
  readonly openPetitions!: OpenPetitions;

  @Field(() => String, { nullable: true })
  readonly note?: string | null;

  @Field(() => [PolicyNumberInput], { description: 'Those that change; the others stay.' })
  readonly numbers!: readonly PolicyNumberInput[];
}

@InputType()
export class PolicyPackStepInput {
  @Field(() => ID)
  readonly version!: string;

  @Field(() => Int)
  readonly revision!: number;
}

@ObjectType()
export class PolicyPackPayload {
  @Field(() => PolicyPackType)
  readonly policyPack!: object;
}
