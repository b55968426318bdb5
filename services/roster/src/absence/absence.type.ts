import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { AbsenceKind } from './rules/absence.ts';

registerEnumType(AbsenceKind, { name: 'AbsenceKind', description: '休假 · 出差 · 病假 · 其他' });

@Directive('@key(fields: "id")')
@ObjectType('Absence', { description: 'Days on which a member of staff is away; both ends count.' })
export class AbsenceType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDateScalar)
  readonly from!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly to!: LocalDate;
}

@InputType()
export class RecordAbsenceInput {
  @Field(() => ID)
  readonly staffId!: string;

  @Field(() => AbsenceKind)
  readonly kind!: AbsenceKind;

  @Field(() => LocalDateScalar)
  readonly from!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly to!: LocalDate;
}

@ObjectType()
export class AbsencePayload {
  @Field(() => AbsenceType)
  readonly absence!: object;
}
