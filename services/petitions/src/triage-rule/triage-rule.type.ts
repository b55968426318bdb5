import { DateTimeScalar } from '@everyletter/kit/subgraph-schema';
import { cleanText } from '@everyletter/kit/text';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Category, Channel, IdentityKind, Track } from '../petition/rules/kinds.ts';
import { StaffRef } from '../refs/staff.ts';
import type { TriageRule } from './rules/triage-rule.ts';

const NAME_MAX = 30;

@ObjectType('TriageRule', { description: 'All that is asked for must hold; an empty list or null asks for nothing.' })
export class TriageRuleType {
  @Field(() => String)
  readonly name!: string;

  @Field(() => [Channel])
  readonly channels!: readonly Channel[];

  @Field(() => [Category])
  readonly categories!: readonly Category[];

  @Field(() => [IdentityKind])
  readonly identityKinds!: readonly IdentityKind[];

  @Field(() => Boolean, { nullable: true })
  readonly fromSuperior!: boolean | null;

  @Field(() => Track)
  readonly track!: Track;

  @Field(() => Int, { nullable: true, description: 'Workdays; null: as the policy pack says for the track.' })
  readonly targetWorkdays!: number | null;

  @Field(() => ID, { nullable: true })
  readonly departmentId!: string | null;
}

@ObjectType('TriageRuleSet', { description: 'A table of rules; the first that fits decides.' })
export class TriageRuleSetType {
  @Field(() => Int, { description: '0: the table that stands until somebody saves one.' })
  readonly version!: number;

  @Field(() => [TriageRuleType])
  readonly rules!: readonly TriageRuleType[];

  @Field(() => DateTimeScalar, { nullable: true })
  readonly savedAt!: Date | null;

  @Field(() => StaffRef, { nullable: true })
  readonly savedBy?: StaffRef | null;
}

@ObjectType('TriageRouting', { description: 'What a table says of one petition.' })
export class TriageRoutingType {
  @Field(() => Int, { description: 'Of the row, from 0.' })
  readonly position!: number;

  @Field(() => TriageRuleType)
  readonly rule!: TriageRuleType;

  @Field(() => Int, { description: 'By when it should leave the desk. Workdays.' })
  readonly targetWorkdays!: number;
}

@InputType()
export class TriageRuleInput {
  @Field(() => String)
  readonly name!: string;

  @Field(() => [Channel])
  readonly channels!: readonly Channel[];

  @Field(() => [Category])
  readonly categories!: readonly Category[];

  @Field(() => [IdentityKind])
  readonly identityKinds!: readonly IdentityKind[];

  @Field(() => Boolean, { nullable: true })
  readonly fromSuperior?: boolean | null;

  @Field(() => Track)
  readonly track!: Track;

  @Field(() => Int, { nullable: true })
  readonly targetWorkdays?: number | null;

  @Field(() => ID, { nullable: true })
  readonly departmentId?: string | null;
}

@InputType()
export class SaveTriageRulesInput {
  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => [TriageRuleInput])
  readonly rules!: readonly TriageRuleInput[];
}

@InputType()
export class TriedArrivalInput {
  @Field(() => Channel)
  readonly channel!: Channel;

  @Field(() => Category)
  readonly category!: Category;

  @Field(() => IdentityKind)
  readonly identityKind!: IdentityKind;

  @Field(() => Boolean)
  readonly fromSuperior!: boolean;
}

@ObjectType()
export class TriageRulesPayload {
  @Field(() => TriageRuleSetType)
  readonly triageRules!: object;
}

/** @throws Invalid when a name holds what no text may hold */
export function rulesOf(inputs: readonly TriageRuleInput[]): TriageRule[] {
  return inputs.map((input) => ({
    name: cleanText(input.name, { field: 'rules', min: 1, max: NAME_MAX }),
    channels: [...input.channels],
    categories: [...input.categories],
    identityKinds: [...input.identityKinds],
    fromSuperior: input.fromSuperior ?? null,
    track: input.track,
    targetWorkdays: input.targetWorkdays ?? null,
    departmentId: input.departmentId || null,
  }));
}
