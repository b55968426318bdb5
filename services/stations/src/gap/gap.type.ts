import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CoverageSeatType } from '../plan/plan.type.ts';

export const Verdict = { AVOIDABLE: 'AVOIDABLE', UNAVOIDABLE: 'UNAVOIDABLE', UNDECIDED: 'UNDECIDED' } as const;
registerEnumType(Verdict, {
  name: 'GapVerdict',
  description: 'AVOIDABLE: the chain fills it. UNAVOIDABLE: proved that no plan fills it without opening another.',
});

export const GapReason = {
  OUT_OF_REACH: 'OUT_OF_REACH',
  NO_SPECIALTY: 'NO_SPECIALTY',
  NO_LANGUAGE: 'NO_LANGUAGE',
  UNAVAILABLE: 'UNAVAILABLE',
  AT_OTHER_STATION: 'AT_OTHER_STATION',
  OTHER_HALL_SAME_DAY: 'OTHER_HALL_SAME_DAY',
  WEEK_MAX: 'WEEK_MAX',
  MONTH_MAX: 'MONTH_MAX',
  FREE: 'FREE',
} as const;
export type GapReason = (typeof GapReason)[keyof typeof GapReason];
registerEnumType(GapReason, { name: 'GapReason', description: 'In the order they are tried.' });

export const RemedyKind = {
  RAISE_WEEKLY_CAP: 'RAISE_WEEKLY_CAP',
  RAISE_MONTHLY_CAP: 'RAISE_MONTHLY_CAP',
  ASK_UNAVAILABLE: 'ASK_UNAVAILABLE',
  BORROW: 'BORROW',
  WIDEN_SPECIALTIES: 'WIDEN_SPECIALTIES',
  LOWER_NEED: 'LOWER_NEED',
} as const;
export type RemedyKind = (typeof RemedyKind)[keyof typeof RemedyKind];
registerEnumType(RemedyKind, { name: 'RemedyKind' });

@ObjectType('GapReasonCount')
export class GapReasonCountType {
  @Field(() => GapReason)
  readonly reason!: GapReason;

  @Field(() => [ID])
  readonly lawyerIds!: readonly string[];
}

@ObjectType('ChainStep', { description: 'The lawyer takes `to` and leaves `from`, if they had one.' })
export class ChainStepType {
  @Field(() => ID)
  readonly lawyerId!: string;

  @Field(() => CoverageSeatType, { nullable: true })
  readonly from!: CoverageSeatType | null;

  @Field(() => CoverageSeatType)
  readonly to!: CoverageSeatType;
}

@ObjectType('GapRemedy', { description: 'One thing that would fill the seat, tried on the plan as it stands.' })
export class GapRemedyType {
  @Field(() => RemedyKind)
  readonly kind!: RemedyKind;

  @Field(() => ID, { nullable: true })
  readonly lawyerId!: string | null;

  @Field(() => String, { nullable: true })
  readonly specialty!: string | null;

  @Field(() => Int, { description: 'Open seats it would fill in all.' })
  readonly unlocks!: number;
}

@ObjectType('CoverageGap', { description: 'Why a seat is open, and whether it must be.' })
export class CoverageGapType {
  @Field(() => CoverageSeatType)
  readonly seat!: CoverageSeatType;

  @Field(() => Verdict)
  readonly verdict!: string;

  @Field(() => [GapReasonCountType], { description: 'Every lawyer once, under the first reason.' })
  readonly census!: readonly GapReasonCountType[];

  @Field(() => [ChainStepType], { description: 'Empty unless it is avoidable.' })
  readonly chain!: readonly ChainStepType[];

  @Field(() => Int, { description: 'Seats that compete with it, itself included.' })
  readonly competingSeats!: number;

  @Field(() => [ID], { description: 'Lawyers they compete for.' })
  readonly competingLawyerIds!: readonly string[];
}

@ObjectType('SeatConflict')
export class SeatConflictType {
  @Field(() => CoverageSeatType)
  readonly seat!: CoverageSeatType;

  @Field(() => GapReason)
  readonly reason!: GapReason;
}

@ObjectType('SeatCandidate', { description: 'A lawyer for a seat: what keeps them from it, or what it would cost.' })
export class SeatCandidateType {
  @Field(() => ID)
  readonly lawyerId!: string;

  @Field(() => GapReason, { description: 'FREE: may take it.' })
  readonly reason!: GapReason;

  @Field(() => Int, { description: 'Half-days in the plan.' })
  readonly halfDays!: number;

  @Field(() => Int, { description: 'Half-days in the four weeks before.' })
  readonly servedBefore!: number;

  @Field(() => Boolean, { description: 'Would rather serve then.' })
  readonly preferred!: boolean;
}
