import { DateTimeScalar, LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { SuperiorReportKind } from './rules/superior-order.ts';

registerEnumType(SuperiorReportKind, { name: 'SuperiorReportKind', description: '阶段报告 · 办结报告' });

@ObjectType('SuperiorReport', { description: 'What the organ above was told.' })
export class SuperiorReportType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => SuperiorReportKind)
  readonly kind!: SuperiorReportKind;

  @Field(() => LocalDateScalar)
  readonly reportedOn!: string;

  @Field(() => DateTimeScalar)
  readonly writtenAt!: Date;
}

@InputType()
export class RecordSuperiorOrderInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => String, { description: 'The organ above.' })
  readonly from!: string;

  @Field(() => String, { nullable: true, description: 'Its own number of the order.' })
  readonly number?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it has set; null when it set none.' })
  readonly reportBackDueOn?: LocalDate | null;
}

@InputType()
export class ReportToSuperiorInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => SuperiorReportKind, { description: 'A CONCLUSION stops the clock, and needs the petitioner answered.' })
  readonly kind!: SuperiorReportKind;

  @Field(() => LocalDateScalar)
  readonly reportedOn!: LocalDate;

  @Field(() => String)
  readonly words!: string;
}
