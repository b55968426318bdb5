import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ReceptionDayType } from '../reception-day/reception-day.type.ts';
import { TicketState } from './rules/ticket-state.ts';
import { ReceptionTaskType, TicketType } from './ticket.type.ts';

export const TicketKind = { BOOKED: 'BOOKED', WALK_IN: 'WALK_IN' } as const;
export type TicketKind = (typeof TicketKind)[keyof typeof TicketKind];
registerEnumType(TicketKind, { name: 'ReceptionTicketKind', description: 'Booked before, or given at the desk.' });

@InputType()
export class BookReceptionInput {
  @Field(() => ID)
  readonly receptionDayId!: string;

  @Field(() => TicketKind)
  readonly kind!: TicketKind;

  @Field(() => String, { nullable: true, description: '`HH:MM`; none: the first that is free.' })
  readonly slot?: string | null;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true })
  readonly phone?: string | null;

  @Field(() => Int, { description: 'How many come together: of a joint visit at most five represent it.' })
  readonly people!: number;

  @Field(() => ID, { nullable: true })
  readonly petitionId?: string | null;

  @Field(() => String, { nullable: true, description: 'As written on the petition, where there is one.' })
  readonly petitionNumber?: string | null;
}

@InputType()
export class MoveTicketInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => TicketState)
  readonly state!: TicketState;
}

@InputType()
export class MarkTicketToldInput {
  @Field(() => ID)
  readonly id!: string;
}

@InputType()
export class RevealVisitorInput {
  @Field(() => ID)
  readonly id!: string;
}

@InputType()
export class SubstituteLeaderInput {
  @Field(() => ID)
  readonly receptionDayId!: string;

  @Field(() => Int, { description: 'The revision that was on the screen.' })
  readonly revision!: number;

  @Field(() => ID)
  readonly leaderId!: string;

  @Field(() => String, { description: 'Stays with the day; told to those who are booked.' })
  readonly reason!: string;
}

@InputType()
export class RecordReceptionTaskInput {
  @Field(() => ID)
  readonly departmentId!: string;

  @Field(() => String)
  readonly content!: string;

  @Field(() => LocalDateScalar)
  readonly dueOn!: LocalDate;
}

@InputType()
export class RecordReceptionInput {
  @Field(() => ID)
  readonly ticketId!: string;

  @Field(() => String)
  readonly content!: string;

  @Field(() => [RecordReceptionTaskInput], { description: 'What departments are to do and report back on.' })
  readonly tasks!: readonly RecordReceptionTaskInput[];
}

@InputType()
export class ReportReceptionTaskInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => String)
  readonly report!: string;
}

@ObjectType()
export class TicketPayload {
  @Field(() => TicketType)
  readonly ticket!: TicketType;

  @Field(() => ReceptionDayType)
  readonly receptionDay!: ReceptionDayType;
}

@ObjectType()
export class ReceptionDayPayload {
  @Field(() => ReceptionDayType)
  readonly receptionDay!: ReceptionDayType;
}

@ObjectType({ description: 'In clear; the reading stands in the audit.' })
export class RevealVisitorPayload {
  @Field(() => ID)
  readonly ticketId!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true })
  readonly phone!: string | null;
}

@ObjectType()
export class ReceptionTaskPayload {
  @Field(() => ReceptionTaskType)
  readonly receptionTask!: ReceptionTaskType;
}
