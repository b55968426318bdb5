import { DateTimeScalar, LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { TicketState } from './rules/ticket-state.ts';

registerEnumType(TicketState, { name: 'ReceptionTicketState' });

@ObjectType({ description: 'Wall-clock times, the end excluded.' })
export class ReceptionSlot {
  @Field(() => String)
  readonly from!: string;

  @Field(() => String)
  readonly to!: string;

  @Field(() => Boolean)
  readonly taken!: boolean;
}

@ObjectType({ description: 'A number as the hall calls it out: nothing of who holds it.' })
export class QueuedNumber {
  @Field(() => Int)
  readonly number!: number;

  @Field(() => TicketState)
  readonly state!: TicketState;

  @Field(() => String, { description: '`HH:MM`' })
  readonly from!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('ReceptionTicket', { description: 'A number with a leader (专家号); who comes is masked.' })
export class TicketType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => Int)
  readonly number!: number;

  @Field(() => String)
  readonly kind!: string;

  @Field(() => TicketState)
  readonly state!: TicketState;

  @Field(() => Int)
  readonly people!: number;

  @Field(() => ID, { nullable: true })
  readonly petitionId!: string | null;

  @Field(() => String, { nullable: true })
  readonly petitionNumber!: string | null;

  @Field(() => DateTimeScalar)
  readonly bookedAt!: Date;
}

@ObjectType('ReceptionTask', { description: 'What a leader gave a department to do; it reports back.' })
export class ReceptionTaskType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => LocalDateScalar)
  readonly dueOn!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly reportedOn!: string | null;
}

@ObjectType('Substitution', { description: 'Somebody took over a reception day.' })
export class SubstitutionType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTimeScalar)
  readonly decidedAt!: Date;
}
