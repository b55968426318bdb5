import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export const OrganisationKind = {
  PEOPLES_MEDIATION_COMMITTEE: 'PEOPLES_MEDIATION_COMMITTEE',
  INDUSTRY_ASSOCIATION: 'INDUSTRY_ASSOCIATION',
  PUBLIC_INTEREST_ASSOCIATION: 'PUBLIC_INTEREST_ASSOCIATION',
  NOTARY: 'NOTARY',
} as const;
export type OrganisationKind = (typeof OrganisationKind)[keyof typeof OrganisationKind];
registerEnumType(OrganisationKind, { name: 'OrganisationKind' });

/** Kinds of dispute a partner works on. */
export const DisputeField = {
  NEIGHBOURS: 'NEIGHBOURS',
  FAMILY: 'FAMILY',
  LABOUR: 'LABOUR',
  CONTRACT: 'CONTRACT',
  INJURY: 'INJURY',
  MEDICAL: 'MEDICAL',
  TRAFFIC: 'TRAFFIC',
  PROPERTY: 'PROPERTY',
  COMPENSATION: 'COMPENSATION',
  OTHER: 'OTHER',
} as const;
export type DisputeField = (typeof DisputeField)[keyof typeof DisputeField];
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
}
