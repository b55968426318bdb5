import { DateTimeScalar, LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { HalfDay } from '../coverage/rules/coverage.ts';
import { PlanMode, PlanProof, PlanState } from './coverage-plan.entity.ts';

registerEnumType(PlanState, { name: 'CoveragePlanState' });
registerEnumType(PlanMode, {
  name: 'CoveragePlanMode',
  description: 'COPY: to change by hand. FILL: with as few changes as can be. ANEW: as good as can be.',
});
registerEnumType(PlanProof, {
  name: 'CoveragePlanProof',
  description: 'BOUND: no plan costs less than `lowerBound`. OPTIMAL: nor less than this one.',
});

@ObjectType('CoveragePlan', { description: 'A draft of who serves where, or one that was published.' })
export class CoveragePlanType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDateScalar)
  readonly fromDate!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly toDate!: LocalDate;

  @Field(() => PlanMode)
  readonly mode!: PlanMode;

  @Field(() => PlanState)
  readonly state!: PlanState;

  @Field(() => Float, { description: 'From 0 to 1, while it is searched for.' })
  readonly done!: number;

  @Field(() => Int)
  readonly seatCount!: number;

  @Field(() => Int)
  readonly openSeats!: number;

  @Field(() => Float, { nullable: true, description: 'What it costs by the model; only to compare.' })
  readonly cost!: number | null;

  @Field(() => Float, { nullable: true, description: 'No plan costs less.' })
  readonly bound!: number | null;

  @Field(() => PlanProof)
  readonly proof!: PlanProof;

  @Field(() => Int)
  readonly seed!: number;

  @Field(() => Int, { description: 'Moves of the search: its budget.' })
  readonly moves!: number;

  @Field(() => String, { description: 'Of everything it was made from, without who is where.' })
  readonly inputHash!: string;

  @Field(() => DateTimeScalar)
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly publishedAt!: Date | null;

  @Field(() => String, { nullable: true })
  readonly failureCode!: string | null;

  @Field(() => Int)
  readonly version!: number;
}

@ObjectType('CoverageSeat', { description: 'A seat of a half-day; `seat` counts from 1 within its line.' })
export class CoverageSeatType {
  @Field(() => ID)
  readonly stationId!: string;

  @Field(() => LocalDateScalar)
  readonly date!: LocalDate;

  @Field(() => HalfDay)
  readonly halfDay!: HalfDay;

  @Field(() => Int)
  readonly line!: number;

  @Field(() => Int)
  readonly seat!: number;

  @Field(() => ID, { nullable: true })
  readonly lawyerId!: string | null;

  @Field(() => Boolean, { description: 'Planning leaves it as it is.' })
  readonly locked!: boolean;
}

@ObjectType('CoveragePlanChange', { description: 'A seat whose lawyer differs from what is published.' })
export class PlanChangeType {
  @Field(() => CoverageSeatType)
  readonly seat!: Omit<CoverageSeatType, 'lawyerId' | 'locked'>;

  @Field(() => ID, { nullable: true, description: 'Who holds it as published.' })
  readonly from!: string | null;

  @Field(() => ID, { nullable: true, description: 'Who would.' })
  readonly to!: string | null;
}

@ObjectType('CoverageCostPart', { description: 'What a plan costs, by what for.' })
export class CostPartType {
  @Field(() => String, { description: 'OPEN, PREFERENCE, TRAVEL or FAIRNESS.' })
  readonly kind!: string;

  @Field(() => Float)
  readonly cost!: number;
}

@ObjectType()
export class CoveragePlanPayload {
  @Field(() => CoveragePlanType)
  readonly plan!: object;
}

@ObjectType()
export class PublishPlanPayload {
  @Field(() => CoveragePlanType)
  readonly plan!: object;

  @Field(() => Int, { description: 'Seats whose lawyer is another than before.' })
  readonly changed!: number;

  @Field(() => Int, { description: 'Lawyers who are told: those whose half-days differ.' })
  readonly notified!: number;
}
