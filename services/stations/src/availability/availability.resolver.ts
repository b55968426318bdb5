import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Lawyer } from '../lawyer/lawyer.entity.ts';
import { LawyerPayload } from '../lawyer/lawyer.inputs.ts';
import { LawyerType } from '../lawyer/lawyer.type.ts';
import {
  AddDatedAvailabilityInput,
  AvailabilityImport,
  DatedAvailabilityType,
  ImportAvailabilityInput,
  WeeklySlotType,
} from './availability.type.ts';
import type { DatedAvailability } from './dated-availability.entity.ts';
import { type AvailabilityLevel, toSlots, type WeeklySlot } from './rules/availability.ts';
import {
  addDatedAvailability,
  importAvailability,
  removeDatedAvailability,
  setWeeklyAvailability,
} from './set-availability.ts';

@Resolver(() => LawyerType)
export class AvailabilityResolver {
  @FieldResolver(() => [WeeklySlotType], { description: 'Fourteen half-days, Monday morning first.' })
  weeklyAvailability(@Root() { weeklyAvailability }: Lawyer): WeeklySlot[] {
    return toSlots(weeklyAvailability as AvailabilityLevel[]);
  }

  @FieldResolver(() => [DatedAvailabilityType], { description: 'Those that end today or later, soonest first.' })
  datedAvailability(@Root() { id }: Lawyer, @Ctx() { lawyers }: Context): Promise<DatedAvailability[]> {
    return lawyers.datedOf(id);
  }

  @Mutation(() => LawyerPayload, { description: 'The whole week; half-days that are not named are available.' })
  async setWeeklyAvailability(
    @Arg('lawyerId', () => ID) lawyerId: string,
    @Arg('slots', () => [WeeklySlotType]) slots: WeeklySlotType[],
    @Ctx() context: Context,
  ): Promise<LawyerPayload> {
    return { lawyer: await setWeeklyAvailability(lawyerId, slots, context) };
  }

  @Mutation(() => LawyerPayload)
  async addDatedAvailability(
    @Arg('input', () => AddDatedAvailabilityInput) input: AddDatedAvailabilityInput,
    @Ctx() context: Context,
  ): Promise<LawyerPayload> {
    return { lawyer: await addDatedAvailability(input, context) };
  }

  @Mutation(() => LawyerPayload)
  async removeDatedAvailability(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<LawyerPayload> {
    return { lawyer: await removeDatedAvailability(id, context) };
  }

  @Mutation(() => AvailabilityImport)
  importAvailability(
    @Arg('input', () => ImportAvailabilityInput) input: ImportAvailabilityInput,
    @Ctx() context: Context,
  ): Promise<AvailabilityImport> {
    return importAvailability(input, context) as Promise<AvailabilityImport>;
  }
}
