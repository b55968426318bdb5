import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { ClockStateEnum } from '../clock/clock.type.ts';
import type { ClockState } from '../clock/rules/clock.ts';
import { Category, Channel, Track } from '../petition/rules/kinds.ts';
import { PetitionState } from '../petition/rules/states.ts';

/** The tabs of the desk. */
export const WorklistView = {
  ALL: 'ALL',
  DUE_TODAY: 'DUE_TODAY',
  DUE_SOON: 'DUE_SOON',
  OVERDUE: 'OVERDUE',
  UNTRIAGED: 'UNTRIAGED',
  RETURNED: 'RETURNED',
  SUPERIOR: 'SUPERIOR',
  MINE: 'MINE',
  ANSWERED: 'ANSWERED',
} as const;
export type WorklistView = (typeof WorklistView)[keyof typeof WorklistView];
registerEnumType(WorklistView, { name: 'WorklistView' });

export const WorklistOrder = {
  RECEIVED_NEWEST: 'RECEIVED_NEWEST',
  RECEIVED_OLDEST: 'RECEIVED_OLDEST',
  DUE_FIRST: 'DUE_FIRST',
} as const;
export type WorklistOrder = (typeof WorklistOrder)[keyof typeof WorklistOrder];
registerEnumType(WorklistOrder, { name: 'WorklistOrder', description: 'DUE_FIRST: by the procedural due day.' });

/** What a row of the desk may show; as in the address of the desk. */
export const WorklistColumn = {
  NUMBER: 'number',
  PETITIONER: 'petitioner',
  CHANNEL: 'channel',
  CATEGORY: 'category',
  SUBJECT: 'subject',
  HANDLER: 'handler',
  RECEIVED: 'received',
  PROCEDURAL: 'procedural',
  SUBSTANTIVE: 'substantive',
  STATE: 'state',
  TRACK: 'track',
  HANDLING_DEPARTMENT: 'handlingDepartment',
} as const;
export type WorklistColumn = (typeof WorklistColumn)[keyof typeof WorklistColumn];
registerEnumType(WorklistColumn, { name: 'WorklistColumn' });

@InputType('WorklistFilter')
export class WorklistFilterInput {
  @Field(() => WorklistView, { nullable: true, defaultValue: 'ALL' })
  readonly view?: WorklistView;

  @Field(() => [Channel], { nullable: true })
  readonly channels?: readonly Channel[] | null;

  @Field(() => [Category], { nullable: true })
  readonly categories?: readonly Category[] | null;

  @Field(() => [Track], { nullable: true })
  readonly tracks?: readonly Track[] | null;

  @Field(() => [PetitionState], { nullable: true })
  readonly states?: readonly PetitionState[] | null;

  @Field(() => ID, { nullable: true })
  readonly departmentId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly handlerId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Whose it is: the handling department, before there is one the receiving.',
  })
  readonly ownerDepartmentId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly receivedFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly receivedTo?: LocalDate | null;

  @Field(() => ClockStateEnum, { nullable: true })
  readonly proceduralState?: ClockState | null;

  @Field(() => ClockStateEnum, { nullable: true })
  readonly substantiveState?: ClockState | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Name fragment or initials, words of the letter, of two characters or more; number, phone or ID number.',
  })
  readonly search?: string | null;

  @Field(() => String, { nullable: true, description: 'The list behind a figure of a report: its definition code.' })
  readonly figure?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Days of receipt the figure was counted over.' })
  readonly figureFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly figureTo?: LocalDate | null;
}
