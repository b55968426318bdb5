import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { MediatorType, PartnerOrganisationType } from './organisation.type.ts';
import { DisputeField, OrganisationKind } from './rules/kinds.ts';

@InputType()
export class SavePartnerInput {
  @Field(() => ID, { nullable: true, description: 'Null for a new one.' })
  readonly id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that was on the screen; null for a new one.' })
  readonly version?: number | null;

  @Field(() => String)
  readonly name!: string;

  @Field(() => OrganisationKind)
  readonly kind!: OrganisationKind;

  @Field(() => Boolean)
  readonly isLawfulMediationBody!: boolean;

  @Field(() => Boolean)
  readonly active!: boolean;

  @Field(() => String, { nullable: true })
  readonly agreementNumber?: string | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly agreementFrom?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly agreementUntil?: LocalDate | null;

  @Field(() => [DisputeField])
  readonly fields!: readonly DisputeField[];

  @Field(() => Int, { nullable: true, description: 'Cases open at once; null is without limit.' })
  readonly openLimit?: number | null;
}

@InputType()
export class SaveMediatorInput {
  @Field(() => ID, { nullable: true, description: 'Null for a new one.' })
  readonly id?: string | null;

  @Field(() => Int, { nullable: true })
  readonly version?: number | null;

  @Field(() => ID)
  readonly organisationId!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true })
  readonly accreditation?: string | null;

  @Field(() => [DisputeField])
  readonly fields!: readonly DisputeField[];

  @Field(() => [String], { description: 'As people say them: 普通话, 粤语, 手语.' })
  readonly languages!: readonly string[];

  @Field(() => Boolean, { description: 'A disabled one finds nothing from then on.' })
  readonly active!: boolean;

  @Field(() => Boolean, { description: 'Whether they look after the partner’s own people; the office alone decides.' })
  readonly isAdministrator!: boolean;
}

@ObjectType()
export class PartnerPayload {
  @Field(() => PartnerOrganisationType)
  readonly organisation!: object;
}

@ObjectType()
export class MediatorPayload {
  @Field(() => MediatorType)
  readonly mediator!: object;
}
