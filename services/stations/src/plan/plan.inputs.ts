import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, Int } from 'type-graphql';
import { HalfDay } from '../coverage/rules/coverage.ts';
import { RemedyKind } from '../gap/gap.type.ts';
import { PlanMode } from './coverage-plan.entity.ts';

@InputType()
export class StartPlanInput {
  @Field(() => LocalDateScalar, { description: 'Not before today.' })
  readonly from!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly to!: LocalDate;

  @Field(() => PlanMode)
  readonly mode!: PlanMode;

  @Field(() => Int, { nullable: true, description: 'The same seed makes the same plan; 1 when absent.' })
  readonly seed?: number | null;

  @Field(() => ID, { nullable: true, description: 'A draft to go on from, instead of what is published.' })
  readonly afterPlanId?: string | null;
}

@InputType({ description: 'A lawyer who cannot come on these days, both included.' })
export class AbsentLawyerInput {
  @Field(() => ID)
  readonly lawyerId!: string;

  @Field(() => LocalDateScalar)
  readonly from!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly to!: LocalDate;
}

@InputType()
export class SeatPlaceInput {
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
}

@InputType()
export class SetPlanSeatInput {
  @Field(() => ID)
  readonly planId!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => SeatPlaceInput)
  readonly seat!: SeatPlaceInput;

  @Field(() => ID, { nullable: true, description: 'Null opens the seat.' })
  readonly lawyerId?: string | null;

  @Field(() => Boolean, { description: 'Planning then leaves it as it is.' })
  readonly locked!: boolean;
}

@InputType()
export class RemedyInput {
  @Field(() => RemedyKind)
  readonly kind!: RemedyKind;

  @Field(() => SeatPlaceInput)
  readonly seat!: SeatPlaceInput;

  @Field(() => ID, { nullable: true })
  readonly lawyerId?: string | null;

  @Field(() => String, { nullable: true })
  readonly specialty?: string | null;
}
