import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { PetitionPayload } from '../petition/petition.inputs.ts';
import { openNote } from '../petitioner/sealed-note.ts';
import { StaffRef } from '../refs/staff.ts';
import type { ArchiveSearch } from './archive-search.entity.ts';
import { ArchiveSearchType, RecordArchiveSearchInput } from './archive-search.type.ts';
import { notePlace, recordArchiveSearch } from './record-archive-search.ts';

@Resolver(() => ArchiveSearchType)
export class ArchiveSearchResolver {
  @Mutation(() => PetitionPayload)
  async recordArchiveSearch(
    @Arg('input', () => RecordArchiveSearchInput) input: RecordArchiveSearchInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await recordArchiveSearch(input, context) };
  }

  @FieldResolver(() => String, { description: 'With the petitioner’s own data masked.' })
  async note(
    @Root() { id, petitionId, noteSealed }: ArchiveSearch,
    @Ctx() { petitions, options }: Context,
  ): Promise<string> {
    return openNote(noteSealed, notePlace(id), await petitions.get(petitionId), options.keys);
  }

  @FieldResolver(() => StaffRef)
  searchedBy(@Root() { searchedById }: ArchiveSearch): StaffRef {
    return { id: searchedById };
  }
}
