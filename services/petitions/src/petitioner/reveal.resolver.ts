import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { RevealPayload, RevealPetitionerInput } from './reveal.type.ts';
import { revealPetitioner } from './reveal-petitioner.ts';

@Resolver()
export class RevealResolver {
  @Mutation(() => RevealPayload, {
    description: 'Opens personal data for a stated purpose; written to the audit before it answers.',
  })
  revealPetitioner(
    @Arg('input', () => RevealPetitionerInput) input: RevealPetitionerInput,
    @Ctx() context: Context,
  ): Promise<RevealPayload> {
    return revealPetitioner(input, context);
  }
}
