import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { RegistrationFormInput } from '../registration/registration.inputs.ts';
import { AlikePetitionType } from './alike.type.ts';
import { type Alike, findAlike } from './find-alike.ts';

@Resolver(() => AlikePetitionType)
export class AlikePetitionResolver {
  @Query(() => [AlikePetitionType], {
    description: 'What a form may repeat, the likeliest first. Written to the audit.',
  })
  alikePetitions(
    @Arg('form', () => RegistrationFormInput) form: RegistrationFormInput,
    @Ctx() context: Context,
  ): Promise<Alike[]> {
    return findAlike(form, context);
  }

  @FieldResolver(() => Int)
  similarity(@Root() { similarity }: Alike): number {
    return Math.round(similarity * 100);
  }
}
