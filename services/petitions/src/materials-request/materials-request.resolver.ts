import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { PetitionPayload } from '../petition/petition.inputs.ts';
import { PetitionType } from '../petition/petition.type.ts';
import type { MaterialsRequest } from './materials-request.entity.ts';
import { materialsPath } from './materials-request.files.ts';
import { MaterialsRequestType, ReceiveMaterialsInput, RequestMaterialsInput } from './materials-request.type.ts';
import { openItems, receiveMaterials, requestMaterials } from './request-materials.ts';

@Resolver(() => MaterialsRequestType)
export class MaterialsRequestResolver {
  @Mutation(() => PetitionPayload)
  async requestMaterials(
    @Arg('input', () => RequestMaterialsInput) input: RequestMaterialsInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await requestMaterials(input, input.items, context) };
  }

  @Mutation(() => PetitionPayload, { description: 'What was asked for has come.' })
  async receiveMaterials(
    @Arg('input', () => ReceiveMaterialsInput) input: ReceiveMaterialsInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await receiveMaterials(input, context) };
  }

  @FieldResolver(() => [String])
  async items(@Root() request: MaterialsRequest, @Ctx() context: Context): Promise<string[]> {
    return openItems(request, await context.petitions.get(request.petitionId), context);
  }

  @FieldResolver(() => String, { description: 'Where the printable notice is.' })
  noticePath(@Root() { petitionId }: MaterialsRequest): string {
    return materialsPath(petitionId);
  }
}

@Resolver(() => PetitionType)
export class PetitionMaterialsResolver {
  @FieldResolver(() => MaterialsRequestType, { nullable: true })
  materialsRequest(
    @Root() petition: Petition,
    @Ctx() { materialsRequests }: Context,
  ): Promise<MaterialsRequest | null> {
    return materialsRequests.of(petition);
  }
}
