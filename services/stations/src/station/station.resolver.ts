import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Assignment } from '../assignment/assignment.entity.ts';
import { AssignmentType } from '../assignment/assignment.type.ts';
import type { Context } from '../context.ts';
import { HalfDayCoverageType } from '../coverage/coverage.type.ts';
import { coverageOfStation } from '../coverage/coverage-report.ts';
import { coveragePeriod, type HalfDayCoverage } from '../coverage/rules/coverage.ts';
import { InstitutionRef } from '../refs/institution.ts';
import type { Station } from './station.entity.ts';
import { StationType } from './station.type.ts';

@Resolver(() => StationType)
export class StationResolver {
  @Query(() => [StationType], { description: 'Of the viewer’s institution, by name.' })
  stations(@Ctx() { duty, viewer }: Context): Promise<Station[]> {
    return duty.stationsOf.load(viewer.institutionId);
  }

  @Query(() => StationType, { nullable: true })
  station(@Arg('id', () => ID) id: string, @Ctx() { duty }: Context): Promise<Station | null> {
    return duty.station(id);
  }

  @FieldResolver(() => InstitutionRef)
  institution(@Root() { institutionId }: Station): InstitutionRef {
    return { id: institutionId };
  }

  @FieldResolver(() => [AssignmentType], { description: 'By day and half-day, both ends included.' })
  assignments(
    @Root() { id }: Station,
    @Arg('from', () => LocalDateScalar) from: LocalDate,
    @Arg('to', () => LocalDateScalar) to: LocalDate,
    @Ctx() { duty }: Context,
  ): Promise<Assignment[]> {
    return duty.assignmentsOf(id, coveragePeriod({ from, to }, 'to'));
  }

  @FieldResolver(() => [HalfDayCoverageType], {
    description: 'By day and half-day, both ends included; only where lawyers are required.',
  })
  coverage(
    @Root() station: Station,
    @Arg('from', () => LocalDateScalar) from: LocalDate,
    @Arg('to', () => LocalDateScalar) to: LocalDate,
    @Ctx() context: Context,
  ): Promise<HalfDayCoverage[]> {
    return coverageOfStation(station, { from, to }, context);
  }
}
