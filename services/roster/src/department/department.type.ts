import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export const DepartmentKind = {
  COMPLAINTS_AND_APPEALS: 'COMPLAINTS_AND_APPEALS',
  CRIMINAL: 'CRIMINAL',
  CIVIL: 'CIVIL',
  ADMINISTRATIVE: 'ADMINISTRATIVE',
  PUBLIC_INTEREST: 'PUBLIC_INTEREST',
  SUPERVISION: 'SUPERVISION',
  GENERAL_OFFICE: 'GENERAL_OFFICE',
  LEADERSHIP: 'LEADERSHIP',
} as const;
export type DepartmentKind = (typeof DepartmentKind)[keyof typeof DepartmentKind];
registerEnumType(DepartmentKind, { name: 'DepartmentKind' });

@Directive('@key(fields: "id")')
@ObjectType('Department')
export class DepartmentType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => DepartmentKind)
  readonly kind!: DepartmentKind;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly closedOn!: string | null;

  @Field(() => Int)
  readonly version!: number;
}
