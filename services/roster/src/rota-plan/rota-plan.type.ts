import { PhraseType } from '@everyletter/kit/figures';
import { DateTimeScalar, LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Directive, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LeaderGrade } from '../leader/leader-profile.type.ts';
import { HalfDay } from '../reception-day/reception-day.type.ts';
import { Span } from '../reception-rule/rules/recurrence.ts';
import type { Words } from '../rota/rules/explain-wish.ts';
import { PlanState } from './rules/plan-state.ts';

registerEnumType(PlanState, { name: 'RotaPlanState' });

export const WishKind = {
  OPEN_SEAT: 'OPEN_SEAT',
  GRADE_MISSING: 'GRADE_MISSING',
  CHIEF_ABSENT: 'CHIEF_ABSENT',
  LINE_UNHEARD: 'LINE_UNHEARD',
  REST_TOO_SHORT: 'REST_TOO_SHORT',
  DISLIKED: 'DISLIKED',
  FAIRNESS: 'FAIRNESS',
} as const;
export type WishKind = (typeof WishKind)[keyof typeof WishKind];
registerEnumType(WishKind, { name: 'RotaWishKind' });

export const ChangeCause = { AWAY: 'AWAY', DAY_OFF: 'DAY_OFF' } as const;
export type ChangeCause = (typeof ChangeCause)[keyof typeof ChangeCause];
registerEnumType(ChangeCause, { name: 'RotaChangeCause', description: '不在岗 · 放假' });

@ObjectType({ description: 'A half-day or day for which leaders are wanted.' })
export class RotaTurn {
  @Field(() => String)
  readonly key!: string;

  @Field(() => LocalDateScalar)
  readonly date!: LocalDate;

  @Field(() => Span)
  readonly span!: Span;

  @Field(() => Int)
  readonly need!: number;

  @Field(() => LeaderGrade, { nullable: true })
  readonly minimumGrade!: string | null;

  @Field(() => ID, { nullable: true, description: 'Of the key period it lies in.' })
  readonly keyPeriodId!: string | null;

  @Field(() => Boolean, { description: 'On a make-up working day.' })
  readonly makeUp!: boolean;

  @Field(() => Boolean)
  readonly provisional!: boolean;

  @Field(() => [ID])
  readonly leaderIds!: readonly string[];
}

@ObjectType({ description: 'Turns of a leader this year with this rota, against what is fair.' })
export class RotaLoad {
  @Field(() => ID)
  readonly leaderId!: string;

  @Field(() => Int)
  readonly total!: number;

  @Field(() => Float)
  readonly target!: number;

  @Field(() => Int, { description: 'In key periods.' })
  readonly key!: number;

  @Field(() => Int, { description: 'On make-up working days.' })
  readonly makeUp!: number;
}

@ObjectType({ description: 'A wish the rota does not meet, and why.' })
export class RotaBrokenWish {
  @Field(() => WishKind)
  readonly kind!: WishKind;

  @Field(() => String, { nullable: true })
  readonly turnKey!: string | null;

  @Field(() => Boolean, { description: 'Somebody could meet it, at a price for other wishes; otherwise nobody can.' })
  readonly avoidable!: boolean;

  @Field(() => PhraseType)
  readonly words!: Words;
}

@ObjectType({ description: 'What the wishes that are not met cost, by kind.' })
export class RotaPart {
  @Field(() => WishKind)
  readonly kind!: WishKind;

  @Field(() => Int)
  readonly value!: number;
}

@ObjectType('RotaChange', { description: 'What publishing would change. Both: the one takes over from the other.' })
export class RotaChangeType {
  @Field(() => LocalDateScalar)
  readonly date!: string;

  @Field(() => HalfDay)
  readonly halfDay!: string;

  @Field(() => ID, { nullable: true })
  readonly removedId!: string | null;

  @Field(() => ID, { nullable: true })
  readonly addedId!: string | null;

  @Field(() => ChangeCause, { nullable: true, description: 'Why it cannot stay; null: it could have.' })
  readonly cause!: ChangeCause | null;
}

@Directive('@key(fields: "id")')
@ObjectType('RotaPlan', { description: 'A drafted rota of the leaders.' })
export class RotaPlanType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => String)
  readonly name!: string;

  @Field(() => LocalDateScalar)
  readonly fromOn!: string;

  @Field(() => LocalDateScalar)
  readonly toOn!: string;

  @Field(() => PlanState)
  readonly state!: PlanState;

  @Field(() => Int)
  readonly seed!: number;

  @Field(() => String, { description: 'Two rotas with the same hash and seed are the same.' })
  readonly inputHash!: string;

  @Field(() => Int, { nullable: true, description: 'What its broken wishes cost; less is better.' })
  readonly value!: number | null;

  @Field(() => Float, { nullable: true, description: 'No rota of this input costs less.' })
  readonly bound!: number | null;

  @Field(() => Boolean, { description: 'Proved: nothing better exists.' })
  readonly isOptimal!: boolean;

  @Field(() => Boolean, { description: 'Changed by hand after it was made.' })
  readonly isEdited!: boolean;

  @Field(() => Float, { nullable: true })
  readonly cpuSeconds!: number | null;

  @Field(() => String, { nullable: true })
  readonly failureCode!: string | null;

  @Field(() => DateTimeScalar)
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly publishedAt!: Date | null;
}
