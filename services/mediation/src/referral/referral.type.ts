import { connectionOf } from '@everyletter/kit/paging';
import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export const ReferralState = {
  PROPOSED: 'PROPOSED',
  CONSENTED: 'CONSENTED',
  ACCEPTED: 'ACCEPTED',
  DECLINED: 'DECLINED',
  CLOSED: 'CLOSED',
} as const;
export type ReferralState = (typeof ReferralState)[keyof typeof ReferralState];
registerEnumType(ReferralState, { name: 'ReferralState' });

@Directive('@key(fields: "id")')
@ObjectType('Referral', {
  description: 'A matter offered to a partner; known to the partner once the parties consent.',
})
export class ReferralType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ReferralState)
  readonly state!: ReferralState;

  @Field(() => LocalDateScalar)
  readonly proposedOn!: LocalDate;
}

@ObjectType()
export class ReferralConnection extends connectionOf(ReferralType, 'Referral') {}
