import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { PetitionType } from '../petition/petition.type.ts';
import type { Extension } from './extension.entity.ts';
import { ExtensionType } from './extension.type.ts';
import { monthsToAskFor } from './petition-extensions.ts';

/** What extensions add to a petition. */
@Resolver(() => PetitionType)
export class PetitionExtensionsResolver {
  @FieldResolver(() => [ExtensionType], { description: 'Asked for on this petition, oldest first.' })
  extensions(@Root() { id }: Petition, @Ctx() { extensions }: Context): Promise<Extension[]> {
    return extensions.ofPetition(id);
  }

  @FieldResolver(() => Int, { description: 'Months the viewer may still ask for; 0 when none.' })
  extensionMonthsToAskFor(@Root() petition: Petition, @Ctx() context: Context): Promise<number> {
    return monthsToAskFor(petition, context);
  }
}
