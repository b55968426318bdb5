import { Invalid } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { DateTimeScalar } from '@everyletter/kit/subgraph-schema';
import { cleanText } from '@everyletter/kit/text';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ConsentAnswer, ConsentForm } from '../consent/rules/consent.ts';
import { DisputeField } from '../organisation/rules/kinds.ts';
import { PartySide } from '../party/party.type.ts';
import type { PartyCard } from '../party/party-card.ts';
import { DeclineReason, ReferralSubject, ReferralType } from './referral.type.ts';
import { SharedField } from './rules/sharing.ts';

/** Characters. */
const DISPUTE = { min: 4, max: 500 };
export const TEXT_MAX = 2000;
const NAME_MAX = 50;
const PHONE_MAX = 20;
const ADDRESS_MAX = 200;

@InputType()
export class PartyInput {
  @Field(() => PartySide)
  readonly side!: PartySide;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true })
  readonly phone?: string | null;

  @Field(() => String, { nullable: true })
  readonly address?: string | null;
}

@InputType()
export class ProposeReferralInput {
  @Field(() => ID)
  readonly matterId!: string;

  @Field(() => ID)
  readonly organisationId!: string;

  @Field(() => ReferralSubject)
  readonly subject!: ReferralSubject;

  @Field(() => DisputeField)
  readonly field!: DisputeField;

  @Field(() => String, { description: 'The civil dispute beneath, in a sentence; never the decision itself.' })
  readonly dispute!: string;

  @Field(() => String, { nullable: true })
  readonly background?: string | null;

  @Field(() => String, { nullable: true })
  readonly request?: string | null;

  @Field(() => [SharedField], { description: 'What the partner may be told, if the parties consent.' })
  readonly sharedFields!: readonly SharedField[];

  @Field(() => [PartyInput])
  readonly parties!: readonly PartyInput[];

  @Field(() => Boolean, { description: 'The office confirms that what it refers is not the prosecutorial decision.' })
  readonly confirmed!: boolean;

  @Field(() => ID, { nullable: true, description: 'The ended referral this one follows.' })
  readonly earlierId?: string | null;
}

@InputType()
export class ChangeSharingInput {
  @Field(() => ID)
  readonly referralId!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => [SharedField])
  readonly sharedFields!: readonly SharedField[];
}

@InputType()
export class RecordConsentInput {
  @Field(() => ID)
  readonly referralId!: string;

  @Field(() => ID)
  readonly partyId!: string;

  @Field(() => ConsentAnswer, { description: 'GIVEN or REFUSED; a consent given is withdrawn by its own mutation.' })
  readonly answer!: ConsentAnswer;

  @Field(() => ConsentForm)
  readonly form!: ConsentForm;

  @Field(() => DateTimeScalar, { description: 'When the party said so.' })
  readonly answeredAt!: Date;

  @Field(() => [SharedField], { description: 'What may be shared; the dispute at the least. Empty for a refusal.' })
  readonly scope!: readonly SharedField[];
}

@InputType()
export class WithdrawConsentInput {
  @Field(() => ID)
  readonly referralId!: string;

  @Field(() => ID)
  readonly partyId!: string;

  @Field(() => ConsentForm)
  readonly form!: ConsentForm;

  @Field(() => DateTimeScalar)
  readonly answeredAt!: Date;
}

@InputType()
export class ReferralStepInput {
  @Field(() => ID)
  readonly referralId!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;
}

@InputType()
export class AcceptReferralInput extends ReferralStepInput {
  @Field(() => ID, { nullable: true, description: 'Who mediates; the viewer when left out.' })
  readonly mediatorId?: string | null;
}

@InputType()
export class DeclineReferralInput extends ReferralStepInput {
  @Field(() => DeclineReason)
  readonly reason!: DeclineReason;

  @Field(() => String, { nullable: true, description: 'Needed for OTHER.' })
  readonly note?: string | null;
}

@ObjectType()
export class ReferralPayload {
  @Field(() => ReferralType)
  readonly referral!: object;
}

/** Texts of a proposal, cleaned. */
export interface Told {
  readonly dispute: string;
  readonly background: string | null;
  readonly request: string | null;
}

export function toldOf(input: Pick<ProposeReferralInput, 'dispute' | 'background' | 'request'>): Told {
  return {
    dispute: cleanText(input.dispute, { field: 'dispute', ...DISPUTE }),
    background: textOrNull(input.background, 'background', TEXT_MAX),
    request: textOrNull(input.request, 'request', TEXT_MAX),
  };
}

export function cardOf({ name, phone, address }: PartyInput): PartyCard {
  return {
    name: cleanText(name, { field: 'parties', min: 1, max: NAME_MAX }),
    phone: textOrNull(phone, 'parties', PHONE_MAX),
    address: textOrNull(address, 'parties', ADDRESS_MAX),
  };
}

/** Blank is the same as absent: a field left empty in a form. */
export function textOrNull(text: string | null | undefined, field: string, max: number): string | null {
  return text == null ? null : cleanText(text, { field, max }) || null;
}

/** @throws Invalid `ID_INVALID` for what no row could have as an id */
export function idOf(id: string, field: string): string {
  if (!isId(id)) throw new Invalid('ID_INVALID', { field });
  return id;
}
