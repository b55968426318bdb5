import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export const Specialty = {
  CRIMINAL: 'CRIMINAL',
  CIVIL: 'CIVIL',
  ADMINISTRATIVE: 'ADMINISTRATIVE',
  LABOUR: 'LABOUR',
  FAMILY: 'FAMILY',
  ENTERPRISE: 'ENTERPRISE',
  STATE_COMPENSATION: 'STATE_COMPENSATION',
} as const;
export type Specialty = (typeof Specialty)[keyof typeof Specialty];
registerEnumType(Specialty, { name: 'Specialty' });

@Directive('@key(fields: "id")')
@ObjectType('LawFirm')
export class LawFirmType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Lawyer', { description: 'A lawyer who serves at the stations.' })
export class LawyerType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => Int)
  readonly yearsOfPractice!: number;

  @Field(() => [Specialty])
  readonly specialties!: readonly Specialty[];
}
