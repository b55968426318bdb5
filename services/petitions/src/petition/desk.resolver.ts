import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { assignPetition } from './assign-petition.ts';
import { AssignPetitionInput, decisionOf, PetitionPayload, TriagePetitionInput } from './petition.inputs.ts';
import { triagePetition } from './triage-petition.ts';

@Resolver()
export class DeskResolver {
  @Mutation(() => PetitionPayload)
  async triagePetition(
    @Arg('input', () => TriagePetitionInput) input: TriagePetitionInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await triagePetition(input, decisionOf(input), context) };
  }

  @Mutation(() => PetitionPayload, {
    description: 'Assigns the handling procurator; the earlier one is kept in the timeline.',
  })
  async assignPetition(
    @Arg('input', () => AssignPetitionInput) input: AssignPetitionInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await assignPetition(input, input, context) };
  }
}
