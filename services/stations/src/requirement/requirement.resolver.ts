import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { HalfDayPreviewType } from '../coverage/coverage.type.ts';
import { coveragePeriod } from '../coverage/rules/coverage.ts';
import { HallType } from '../hall/hall.type.ts';
import { saveStation } from '../station/save-station.ts';
import type { Station } from '../station/station.entity.ts';
import { StationInput, StationPayload } from '../station/station.inputs.ts';
import { StationType } from '../station/station.type.ts';
import { type PreviewDay, previewRequirements } from './preview-requirements.ts';
import { RequirementExceptionInput, RequirementLineInput } from './requirement.inputs.ts';
import { RequirementExceptionType, RequirementLineType } from './requirement.type.ts';
import type { RequirementException } from './requirement-exception.entity.ts';
import type { RequirementLine } from './requirement-line.entity.ts';
import { weekdaysOf } from './rules/line-terms.ts';
import { addException, withdrawException } from './save-exception.ts';
import { endRequirementLine, saveRequirementLine } from './save-requirement-line.ts';

@Resolver(() => RequirementLineType)
export class RequirementLineResolver {
  @FieldResolver(() => [Int], { nullable: true })
  weekdays(@Root() { weekdays }: RequirementLine): number[] | null {
    return weekdaysOf(weekdays ?? null);
  }
}

@Resolver(() => StationType)
export class StationRequirementsResolver {
  @FieldResolver(() => HallType, { nullable: true })
  hall(@Root() { hallId }: Station, @Ctx() { requirements }: Context) {
    return hallId ? requirements.hall(hallId) : null;
  }

  @FieldResolver(() => [RequirementLineType], { description: 'Every version, by line, morning first, then day.' })
  requirementLines(@Root() { id }: Station, @Ctx() { requirements }: Context): Promise<RequirementLine[]> {
    return requirements.linesOf(id);
  }

  @FieldResolver(() => [RequirementExceptionType], { description: 'Those that touch these days.' })
  requirementExceptions(
    @Root() { id }: Station,
    @Arg('from', () => LocalDateScalar) from: LocalDate,
    @Arg('to', () => LocalDateScalar) to: LocalDate,
    @Ctx() { requirements }: Context,
  ): Promise<RequirementException[]> {
    return requirements.exceptionsIn(coveragePeriod({ from, to }, 'to'), { stationId: id });
  }

  @Query(() => [HalfDayPreviewType], {
    description: 'The next eight weeks of a station as a change would make them; nothing is kept.',
  })
  requirementPreview(
    @Arg('stationId', () => ID) stationId: string,
    @Arg('line', () => RequirementLineInput, { nullable: true }) line: RequirementLineInput | null,
    @Arg('exception', () => RequirementExceptionInput, { nullable: true }) exception: RequirementExceptionInput | null,
    @Ctx() context: Context,
  ): Promise<PreviewDay[]> {
    return previewRequirements(stationId, { line, exception }, context);
  }

  @Mutation(() => StationPayload)
  async saveStation(
    @Arg('input', () => StationInput) input: StationInput,
    @Ctx() context: Context,
  ): Promise<StationPayload> {
    return { station: await saveStation(input, context) };
  }

  @Mutation(() => StationPayload)
  async saveRequirementLine(
    @Arg('input', () => RequirementLineInput) input: RequirementLineInput,
    @Ctx() context: Context,
  ): Promise<StationPayload> {
    return { station: await saveRequirementLine(input, context) };
  }

  @Mutation(() => StationPayload, { description: 'After its last day a line asks for nobody.' })
  async endRequirementLine(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('lastDay', () => LocalDateScalar) lastDay: LocalDate,
    @Ctx() context: Context,
  ): Promise<StationPayload> {
    return { station: await endRequirementLine({ id, version, lastDay }, context) };
  }

  @Mutation(() => StationPayload)
  async addRequirementException(
    @Arg('input', () => RequirementExceptionInput) input: RequirementExceptionInput,
    @Ctx() context: Context,
  ): Promise<StationPayload> {
    return { station: await addException(input, context) };
  }

  @Mutation(() => StationPayload, { description: 'From today on the lines hold again; days gone by keep it.' })
  async withdrawRequirementException(
    @Arg('id', () => ID) id: string,
    @Ctx() context: Context,
  ): Promise<StationPayload> {
    return { station: await withdrawException(id, context) };
  }
}
