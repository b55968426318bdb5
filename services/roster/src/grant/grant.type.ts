import { DateTimeScalar } from '@everyletter/kit/subgraph-schema';
import type { Role } from '@everyletter/kit/viewer';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { StaffType } from '../staff/staff.type.ts';
import { RoleEnum } from '../viewer/viewer.type.ts';
import { GrantState } from './grant-request.entity.ts';

registerEnumType(GrantState, { name: 'GrantState' });

@Directive('@key(fields: "id")')
@ObjectType('GrantRequest', { description: 'A role asked for by one person and decided by another.' })
export class GrantRequestType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => RoleEnum)
  readonly role!: Role;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => GrantState)
  readonly state!: GrantState;

  @Field(() => DateTimeScalar)
  readonly requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly decidedAt!: Date | null;

  @Field(() => Int)
  readonly version!: number;
}

@InputType()
export class RequestGrantInput {
  @Field(() => ID)
  readonly staffId!: string;

  @Field(() => RoleEnum)
  readonly role!: Role;

  @Field(() => String, { description: 'Why they need it, for the one who decides.' })
  readonly reason!: string;
}

@InputType()
export class DecideGrantInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Boolean)
  readonly granted!: boolean;
}

@InputType()
export class RevokeGrantInput {
  @Field(() => ID)
  readonly staffId!: string;

  @Field(() => RoleEnum)
  readonly role!: Role;
}

@ObjectType()
export class GrantRequestPayload {
  @Field(() => GrantRequestType)
  readonly request!: object;

  @Field(() => StaffType)
  readonly staff!: object;
}
