import { unseal } from '@everyletter/kit/sealing';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { PetitionPayload } from '../petition/petition.inputs.ts';
import { PetitionType } from '../petition/petition.type.ts';
import { openNote } from '../petitioner/sealed-note.ts';
import { HEARING_OFFICERS, HEARING_RECORD, type Hearing } from './hearing.entity.ts';
import { CallOffHearingInput, HearingType, PlanHearingInput, RecordHearingInput } from './hearing.type.ts';
import { callOffHearing, planHearing, recordHearing } from './hold-hearing.ts';

@Resolver(() => HearingType)
export class HearingResolver {
  @Mutation(() => PetitionPayload)
  async planHearing(
    @Arg('input', () => PlanHearingInput) input: PlanHearingInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await planHearing(input, context) };
  }

  @Mutation(() => PetitionPayload, { description: 'It was held: what was said, and what the majority holds.' })
  async recordHearing(
    @Arg('input', () => RecordHearingInput) input: RecordHearingInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await recordHearing(input, context) };
  }

  @Mutation(() => PetitionPayload)
  async callOffHearing(
    @Arg('input', () => CallOffHearingInput) input: CallOffHearingInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await callOffHearing(input, context) };
  }

  @FieldResolver(() => [String], { description: 'Names of the hearing officers.' })
  async officers(@Root() hearing: Hearing, @Ctx() { petitions, options: { keys } }: Context): Promise<string[]> {
    const { id, institutionId, wrappedKey } = await petitions.get(hearing.petitionId);
    const key = keys.unwrap(wrappedKey, institutionId, id);
    return JSON.parse(unseal(hearing.officersSealed, key, HEARING_OFFICERS(hearing.id)));
  }

  @FieldResolver(() => String, { nullable: true, description: 'With the petitioner’s own data masked.' })
  async record(
    @Root() { id, petitionId, recordSealed }: Hearing,
    @Ctx() { petitions, options }: Context,
  ): Promise<string | null> {
    if (!recordSealed) return null;
    return openNote(recordSealed, HEARING_RECORD(id), await petitions.get(petitionId), options.keys);
  }
}

/** What hearings add to a petition. */
@Resolver(() => PetitionType)
export class PetitionHearingsResolver {
  @FieldResolver(() => [HearingType], { description: 'In the order they were planned.' })
  hearings(@Root() petition: Petition, @Ctx() { hearings }: Context): Promise<Hearing[]> {
    return hearings.of(petition);
  }
}
