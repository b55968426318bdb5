import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DisputeField, OrganisationKind } from './rules/kinds.ts';

registerEnumType(OrganisationKind, { name: 'OrganisationKind' });

registerEnumType(DisputeField, { name: 'DisputeField', description: 'What kind of dispute it is.' });

@Directive('@key(fields: "id")')
@ObjectType('PartnerOrganisation', { description: 'A third-party platform that resolves or mediates.' })
export class PartnerOrganisationType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => OrganisationKind)
  readonly kind!: OrganisationKind;

  @Field(() => Boolean, { description: 'Only an agreement made before such a body can be confirmed by a court.' })
  readonly isLawfulMediationBody!: boolean;

  @Field(() => Boolean, { description: 'Whether anything may still be referred to it.' })
  readonly active!: boolean;

  @Field(() => [DisputeField])
  readonly fields!: readonly DisputeField[];

  @Field(() => Int, { description: 'Hand it back with a change; a stale one is refused.' })
  readonly version!: number;

  @Field(() => String, { nullable: true, description: 'Of the agreement between office and partner.' })
  readonly agreementNumber!: string | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly agreementFrom!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day.' })
  readonly agreementUntil!: LocalDate | null;

  @Field(() => Int, { nullable: true, description: 'Cases open at once; null is without limit.' })
  readonly openLimit!: number | null;
}

@Directive('@key(fields: "id")')
@ObjectType('Mediator')
export class MediatorType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => Boolean)
  readonly active!: boolean;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => Boolean, { description: 'Looks after the partner’s own people.' })
  readonly isAdministrator!: boolean;

  @Field(() => String, { nullable: true })
  readonly accreditation!: string | null;

  @Field(() => [DisputeField])
  readonly fields!: readonly DisputeField[];

  @Field(() => [String])
  readonly languages!: readonly string[];
}
