import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { PetitionPayload } from '../petition/petition.inputs.ts';
import { PetitionType } from '../petition/petition.type.ts';
import { addCorrespondent } from './add-correspondent.ts';
import type { Correspondent } from './correspondent.entity.ts';
import { AddCorrespondentInput, CorrespondentType } from './correspondent.type.ts';
import { type ContactCard, maskedContact, openContact } from './correspondent-card.ts';

@Resolver(() => CorrespondentType)
export class CorrespondentResolver {
  @Mutation(() => PetitionPayload, { description: 'Somebody else who is to be answered, with a record of their own.' })
  async addCorrespondent(
    @Arg('input', () => AddCorrespondentInput) input: AddCorrespondentInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await addCorrespondent(input, context) };
  }

  @FieldResolver(() => String)
  async name(@Root() record: Correspondent, @Ctx() context: Context): Promise<string> {
    return (await masked(record, context)).name ?? '';
  }

  @FieldResolver(() => String, { nullable: true })
  async address(@Root() record: Correspondent, @Ctx() context: Context): Promise<string | null> {
    return (await masked(record, context)).address;
  }

  @FieldResolver(() => String, { nullable: true })
  async phone(@Root() record: Correspondent, @Ctx() context: Context): Promise<string | null> {
    return (await masked(record, context)).phone;
  }
}

/** What correspondents add to a petition. */
@Resolver(() => PetitionType)
export class PetitionCorrespondentsResolver {
  @FieldResolver(() => [CorrespondentType], { description: 'Who is answered beside the petitioner.' })
  correspondents(@Root() petition: Petition, @Ctx() { correspondents }: Context): Promise<Correspondent[]> {
    return correspondents.of(petition);
  }
}

async function masked(record: Correspondent, { petitions, options }: Context): Promise<ContactCard> {
  return maskedContact(openContact(record, await petitions.get(record.petitionId), options.keys));
}
