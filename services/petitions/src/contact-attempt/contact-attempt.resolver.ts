import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { PetitionPayload } from '../petition/petition.inputs.ts';
import { openNote } from '../petitioner/sealed-note.ts';
import { StaffRef } from '../refs/staff.ts';
import type { ContactAttempt } from './contact-attempt.entity.ts';
import { ContactAttemptType, RecordContactAttemptInput } from './contact-attempt.type.ts';
import { recordContactAttempt, recordPlace } from './record-contact-attempt.ts';
import { ContactChannel, suggestedNext } from './rules/contact.ts';

@Resolver(() => ContactAttemptType)
export class ContactAttemptResolver {
  @Mutation(() => PetitionPayload)
  async recordContactAttempt(
    @Arg('input', () => RecordContactAttemptInput) input: RecordContactAttemptInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await recordContactAttempt(input, context) };
  }

  @FieldResolver(() => [StaffRef])
  officers(@Root() { officerIds }: ContactAttempt): StaffRef[] {
    return officerIds.map((id) => ({ id }));
  }

  @FieldResolver(() => String, { nullable: true, description: 'With the petitioner’s own data masked.' })
  async record(
    @Root() { id, petitionId, recordSealed }: ContactAttempt,
    @Ctx() { petitions, options }: Context,
  ): Promise<string | null> {
    if (!recordSealed) return null;
    return openNote(recordSealed, recordPlace(id), await petitions.get(petitionId), options.keys);
  }

  @FieldResolver(() => ContactChannel, {
    nullable: true,
    description: 'What to try after this one; null when they were reached or nothing is left.',
  })
  async suggestedNext(
    @Root() attempt: ContactAttempt,
    @Ctx() { petitions, contactAttempts }: Context,
  ): Promise<ContactChannel | null> {
    const { phoneSealed, addressSealed } = await petitions.get(attempt.petitionId);
    const all = await contactAttempts.of({ id: attempt.petitionId });
    const upToThis = all.filter(({ id }) => id <= attempt.id).map((one) => one.asAttempt());
    return suggestedNext(upToThis, { phone: phoneSealed != null, address: addressSealed != null });
  }
}
