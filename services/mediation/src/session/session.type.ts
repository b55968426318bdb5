import { DateTimeScalar } from '@everyletter/kit/subgraph-schema';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

export const SessionKind = { IN_PERSON: 'IN_PERSON', ONLINE: 'ONLINE', ON_SITE: 'ON_SITE' } as const;
export type SessionKind = (typeof SessionKind)[keyof typeof SessionKind];
registerEnumType(SessionKind, { name: 'SessionKind' });

export const SessionState = { PLANNED: 'PLANNED', HELD: 'HELD', CANCELLED: 'CANCELLED' } as const;
export type SessionState = (typeof SessionState)[keyof typeof SessionState];
registerEnumType(SessionState, { name: 'SessionState' });

export const Attendance = { PRESENT: 'PRESENT', REPRESENTED: 'REPRESENTED', ABSENT: 'ABSENT' } as const;
export type Attendance = (typeof Attendance)[keyof typeof Attendance];
registerEnumType(Attendance, { name: 'Attendance' });

export const NoticeMeans = { PHONE: 'PHONE', MESSAGE: 'MESSAGE', LETTER: 'LETTER', IN_PERSON: 'IN_PERSON' } as const;
export type NoticeMeans = (typeof NoticeMeans)[keyof typeof NoticeMeans];
registerEnumType(NoticeMeans, { name: 'NoticeMeans' });

@ObjectType('PartyAttendance')
export class PartyAttendanceType {
  @Field(() => ID)
  readonly partyId!: string;

  @Field(() => Attendance)
  readonly attendance!: Attendance;
}

@ObjectType('PartyNotice', { description: 'That a party was told when and where.' })
export class PartyNoticeType {
  @Field(() => ID)
  readonly partyId!: string;

  @Field(() => NoticeMeans)
  readonly means!: NoticeMeans;

  @Field(() => DateTimeScalar)
  readonly at!: Date;
}

@ObjectType('MediationSession', { description: 'A meeting before the mediator; for nobody else.' })
export class SessionType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => SessionKind)
  readonly kind!: SessionKind;

  @Field(() => SessionState)
  readonly state!: SessionState;

  @Field(() => DateTimeScalar)
  readonly startsAt!: Date;

  @Field(() => Int)
  readonly minutes!: number;

  @Field(() => [PartyAttendanceType])
  readonly attendance!: readonly PartyAttendanceType[];
}

@InputType()
export class PlanSessionInput {
  @Field(() => ID)
  readonly referralId!: string;

  @Field(() => SessionKind)
  readonly kind!: SessionKind;

  @Field(() => DateTimeScalar)
  readonly startsAt!: Date;

  @Field(() => Int)
  readonly minutes!: number;

  @Field(() => String, { description: 'Where, or by which link.' })
  readonly place!: string;
}

@InputType()
export class MoveSessionInput {
  @Field(() => ID)
  readonly sessionId!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => SessionKind)
  readonly kind!: SessionKind;

  @Field(() => DateTimeScalar)
  readonly startsAt!: Date;

  @Field(() => Int)
  readonly minutes!: number;

  @Field(() => String, { description: 'Where, or by which link.' })
  readonly place!: string;
}

@InputType()
export class CancelSessionInput {
  @Field(() => ID)
  readonly sessionId!: string;

  @Field(() => Int)
  readonly version!: number;
}

@InputType()
export class NoteNoticeInput {
  @Field(() => ID)
  readonly sessionId!: string;

  @Field(() => ID)
  readonly partyId!: string;

  @Field(() => NoticeMeans)
  readonly means!: NoticeMeans;
}

@InputType()
export class PartyAttendanceInput {
  @Field(() => ID)
  readonly partyId!: string;

  @Field(() => Attendance)
  readonly attendance!: Attendance;
}

@InputType()
export class RecordSessionInput {
  @Field(() => ID)
  readonly sessionId!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => [PartyAttendanceInput], { description: 'Of every party.' })
  readonly attendance!: readonly PartyAttendanceInput[];

  @Field(() => String, { description: 'What all parties stand by.' })
  readonly record!: string;
}
