import { connectionOf } from '@everyletter/kit/paging';
import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DisputeField } from '../organisation/rules/kinds.ts';
import { PartySide } from '../party/party.type.ts';
import { FailureReason } from './failure-reason.type.ts';
import { ReferralCommand, ReferralState } from './rules/referral-states.ts';
import { SharedField } from './rules/sharing.ts';
import { WaitingKind } from './rules/waiting.ts';

registerEnumType(ReferralState, { name: 'ReferralState' });
registerEnumType(ReferralCommand, { name: 'ReferralCommand' });
registerEnumType(SharedField, { name: 'SharedField', description: 'What the office may tell a partner.' });
registerEnumType(WaitingKind, { name: 'WaitingKind', description: 'What an open referral waits for.' });

export const ReferralSubject = {
  CIVIL_DISPUTE: 'CIVIL_DISPUTE',
  COMPENSATION: 'COMPENSATION',
} as const;
export type ReferralSubject = (typeof ReferralSubject)[keyof typeof ReferralSubject];
registerEnumType(ReferralSubject, {
  name: 'ReferralSubject',
  description: 'What is referred; never what the procuratorate decided.',
});

export const DeclineReason = {
  NOT_OUR_FIELD: 'NOT_OUR_FIELD',
  NO_CAPACITY: 'NO_CAPACITY',
  CONFLICT_OF_INTEREST: 'CONFLICT_OF_INTEREST',
  NOT_MEDIABLE: 'NOT_MEDIABLE',
  TOO_LITTLE_KNOWN: 'TOO_LITTLE_KNOWN',
  OTHER: 'OTHER',
} as const;
export type DeclineReason = (typeof DeclineReason)[keyof typeof DeclineReason];
registerEnumType(DeclineReason, { name: 'DeclineReason', description: 'Why a partner does not take a referral.' });

@Directive('@key(fields: "id")')
@ObjectType('Referral', {
  description: 'A dispute offered to a partner; known to the partner once the parties consent, and until it ends.',
})
export class ReferralType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'Hand it back with a change; a stale one is refused.' })
  readonly version!: number;

  @Field(() => ReferralState)
  readonly state!: ReferralState;

  @Field(() => ReferralSubject)
  readonly subject!: ReferralSubject;

  @Field(() => DisputeField)
  readonly field!: DisputeField;

  @Field(() => [SharedField])
  readonly sharedFields!: readonly SharedField[];

  @Field(() => LocalDateScalar)
  readonly proposedOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day the last party consented.' })
  readonly consentedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day on which the partner may accept.' })
  readonly answerDueOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly acceptedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day of the mediation.' })
  readonly endsOn!: LocalDate | null;

  @Field(() => Int, { description: 'How often both parties added time.' })
  readonly extensions!: number;

  @Field(() => DeclineReason, { nullable: true })
  readonly declineReason!: DeclineReason | null;

  @Field(() => FailureReason, { nullable: true })
  readonly failureReason!: FailureReason | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly endedOn!: LocalDate | null;
}

@ObjectType()
export class ReferralConnection extends connectionOf(ReferralType, 'Referral') {}

@ObjectType('SharedParty', { description: 'A party as far as it consented to be known.' })
export class SharedPartyType {
  @Field(() => PartySide)
  readonly side!: PartySide;

  @Field(() => Int)
  readonly number!: number;

  @Field(() => String, { nullable: true })
  readonly name!: string | null;

  @Field(() => String, { nullable: true })
  readonly phone!: string | null;

  @Field(() => String, { nullable: true })
  readonly address!: string | null;
}

@ObjectType('SharedView', { description: 'All that a partner is told of a referral, word for word.' })
export class SharedViewType {
  @Field(() => String, { nullable: true })
  readonly dispute!: string | null;

  @Field(() => String, { nullable: true })
  readonly background!: string | null;

  @Field(() => String, { nullable: true })
  readonly request!: string | null;

  @Field(() => [SharedPartyType])
  readonly parties!: readonly SharedPartyType[];
}

@ObjectType('Waiting', { description: 'What comes next, and until when.' })
export class WaitingType {
  @Field(() => WaitingKind)
  readonly kind!: WaitingKind;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly until!: LocalDate | null;
}
