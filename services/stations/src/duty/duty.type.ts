import { DateTimeScalar, LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AvailabilityLevel } from '../availability/rules/availability.ts';
import { HalfDay } from '../coverage/rules/coverage.ts';
import { LawyerType } from '../lawyer/lawyer.type.ts';
import { CheckInWay } from './duty-row.ts';
import { DutyStatus } from './rules/duty-state.ts';

registerEnumType(DutyStatus, { name: 'DutyStatus', description: 'Only PUBLISHED and CONFIRMED hold the seat.' });
registerEnumType(CheckInWay, { name: 'CheckInWay' });

@ObjectType('Duty', {
  description:
    'An assignment with what its lawyer answered, whether they came, and a swap under way. The id is the assignment’s.',
})
export class DutyType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDateScalar)
  readonly date!: LocalDate;

  @Field(() => HalfDay)
  readonly halfDay!: HalfDay;

  @Field(() => DateTimeScalar, { description: 'By the station’s hours as they are now.' })
  readonly startsAt!: Date;

  @Field(() => DateTimeScalar)
  readonly endsAt!: Date;

  @Field(() => DutyStatus)
  readonly status!: DutyStatus;
}

@ObjectType('CoverCandidate', { description: 'Somebody who could take the seat; best first.' })
export class CoverCandidateType {
  @Field(() => LawyerType)
  readonly lawyer!: object;

  @Field(() => AvailabilityLevel)
  readonly level!: AvailabilityLevel;

  @Field(() => Boolean, { description: 'Whether they hold a specialty the seat asks for.' })
  readonly suits!: boolean;

  @Field(() => Int, { description: 'Half-days they have in that week.' })
  readonly weekDuties!: number;

  @Field(() => Int)
  readonly monthDuties!: number;
}

@InputType()
export class CoverDutyInput {
  @Field(() => ID)
  readonly dutyId!: string;

  @Field(() => ID)
  readonly lawyerId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@ObjectType()
export class DutyPayload {
  @Field(() => DutyType)
  readonly duty!: object;
}
