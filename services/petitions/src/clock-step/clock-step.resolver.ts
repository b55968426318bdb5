import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { PetitionPayload } from '../petition/petition.inputs.ts';
import { PetitionType } from '../petition/petition.type.ts';
import { RecordClockStepInput } from './clock-step.type.ts';
import { openSteps, recordClockStep } from './record-clock-step.ts';
import { ClockStep } from './rules/clock-step.ts';

@Resolver(() => PetitionType)
export class ClockStepResolver {
  @Mutation(() => PetitionPayload)
  async recordClockStep(
    @Arg('input', () => RecordClockStepInput) input: RecordClockStepInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await recordClockStep(input, context) };
  }

  @FieldResolver(() => [ClockStep], { description: 'Steps about urgency and wrong transfers the viewer may take.' })
  clockSteps(@Root() petition: Petition, @Ctx() context: Context): Promise<ClockStep[]> {
    return openSteps(petition, context);
  }
}
