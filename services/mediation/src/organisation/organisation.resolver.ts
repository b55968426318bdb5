import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { InstitutionRef } from '../refs/institution.ts';
import type { Mediator, PartnerOrganisation } from './organisation.entity.ts';
import { MediatorType, PartnerOrganisationType } from './organisation.type.ts';

@Resolver(() => PartnerOrganisationType)
export class PartnerOrganisationResolver {
  @Query(() => [PartnerOrganisationType], { description: 'By name; a mediator sees their own.' })
  partnerOrganisations(@Ctx() { partners, viewer }: Context): Promise<PartnerOrganisation[]> {
    return partners.organisationsOf.load(viewer.institutionId);
  }

  @Query(() => PartnerOrganisationType, { nullable: true })
  partnerOrganisation(
    @Arg('id', () => ID) id: string,
    @Ctx() { partners }: Context,
  ): Promise<PartnerOrganisation | null> {
    return partners.organisation(id);
  }

  @FieldResolver(() => InstitutionRef)
  institution(@Root() { institutionId }: PartnerOrganisation): InstitutionRef {
    return { id: institutionId };
  }

  @FieldResolver(() => [MediatorType], { description: 'By name.' })
  mediators(@Root() { id }: PartnerOrganisation, @Ctx() { partners }: Context): Promise<Mediator[]> {
    return partners.mediatorsOf.load(id);
  }
}

@Resolver(() => MediatorType)
export class MediatorResolver {
  @FieldResolver(() => PartnerOrganisationType)
  organisation(
    @Root() { organisationId }: Mediator,
    @Ctx() { partners }: Context,
  ): Promise<PartnerOrganisation | null> {
    return partners.organisation(organisationId);
  }
}

@Resolver(() => InstitutionRef)
export class InstitutionResolver {
  @FieldResolver(() => [PartnerOrganisationType], { description: 'By name.' })
  partnerOrganisations(@Root() { id }: InstitutionRef, @Ctx() { partners }: Context): Promise<PartnerOrganisation[]> {
    return partners.organisationsOf.load(id);
  }
}
