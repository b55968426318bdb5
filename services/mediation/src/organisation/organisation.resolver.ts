import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { InstitutionRef } from '../refs/institution.ts';
import type { Mediator, PartnerOrganisation } from './organisation.entity.ts';
import { MediatorPayload, PartnerPayload, SaveMediatorInput, SavePartnerInput } from './organisation.inputs.ts';
import { MediatorType, PartnerOrganisationType } from './organisation.type.ts';
import { canSaveMediators, canSavePartner, saveMediator, savePartner } from './save-partner.ts';

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

  @FieldResolver(() => Int, { description: 'Offers and cases that are open, over departments.' })
  openCases(@Root() { id }: PartnerOrganisation, @Ctx() { partners }: Context): Promise<number> {
    return partners.openCasesOf(id);
  }

  @FieldResolver(() => Boolean)
  viewerCanSave(@Ctx() { viewer }: Context): boolean {
    return canSavePartner(viewer);
  }

  @FieldResolver(() => Boolean)
  viewerCanSaveMediators(@Root() { id }: PartnerOrganisation, @Ctx() context: Context): Promise<boolean> {
    return canSaveMediators(id, context);
  }

  @Query(() => Boolean)
  viewerCanAddPartner(@Ctx() { viewer }: Context): boolean {
    return canSavePartner(viewer);
  }

  @Mutation(() => PartnerPayload)
  async savePartner(
    @Arg('input', () => SavePartnerInput) input: SavePartnerInput,
    @Ctx() context: Context,
  ): Promise<PartnerPayload> {
    return { organisation: await savePartner(input, context) };
  }

  @Mutation(() => MediatorPayload)
  async saveMediator(
    @Arg('input', () => SaveMediatorInput) input: SaveMediatorInput,
    @Ctx() context: Context,
  ): Promise<MediatorPayload> {
    return { mediator: await saveMediator(input, context) };
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

  @FieldResolver(() => Int, { description: 'Cases in hand, over departments.' })
  openCases(@Root() { id }: Mediator, @Ctx() { partners }: Context): Promise<number> {
    return partners.loadOf(id);
  }
}

@Resolver(() => InstitutionRef)
export class InstitutionResolver {
  @FieldResolver(() => [PartnerOrganisationType], { description: 'By name.' })
  partnerOrganisations(@Root() { id }: InstitutionRef, @Ctx() { partners }: Context): Promise<PartnerOrganisation[]> {
    return partners.organisationsOf.load(id);
  }
}
