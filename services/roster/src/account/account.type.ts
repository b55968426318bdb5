import { DateTimeScalar } from '@everyletter/kit/subgraph-schema';
import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { AccountState } from './rules/account-state.ts';

registerEnumType(AccountState, { name: 'AccountState' });

@Directive('@key(fields: "id")')
@ObjectType('Account', { description: 'Somebody who may sign in.' })
export class AccountType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly displayName!: string;

  @Field(() => String, { nullable: true, description: 'What they sign in with.' })
  readonly email!: string | null;
}

@InputType()
export class InviteStaffInput {
  @Field(() => ID)
  readonly staffId!: string;

  @Field(() => String, { description: 'What they will sign in with.' })
  readonly email!: string;
}

@InputType({ description: 'A lawyer by `lawyerId`, or a mediator by both the other ids.' })
export class InviteOutsidePersonInput {
  @Field(() => String)
  readonly displayName!: string;

  @Field(() => String)
  readonly email!: string;

  @Field(() => ID, { nullable: true })
  readonly lawyerId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly mediatorId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly partnerOrganisationId?: string | null;
}

@ObjectType({ description: 'Shown once: nobody can look the code up again.' })
export class InvitationPayload {
  @Field(() => AccountType)
  readonly account!: object;

  @Field(() => String, { description: 'The password of the first sign-in, at which another must be chosen.' })
  readonly code!: string;

  @Field(() => DateTimeScalar)
  readonly expiresAt!: Date;
}
