import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { InstitutionRef } from '../refs/institution.ts';
import type { Station } from '../station/station.entity.ts';
import { StationType } from '../station/station.type.ts';
import { CoverageReport, PeriodInput } from './coverage.type.ts';
import { coverageReport } from './coverage-report.ts';

@Resolver(() => InstitutionRef)
export class CoverageResolver {
  @FieldResolver(() => [StationType], { description: 'By name.' })
  stations(@Root() { id }: InstitutionRef, @Ctx() { duty }: Context): Promise<Station[]> {
    return duty.stationsOf.load(id);
  }

  @FieldResolver(() => CoverageReport)
  coverageReport(
    @Root() { id }: InstitutionRef,
    @Arg('period', () => PeriodInput) period: PeriodInput,
    @Ctx() context: Context,
  ): Promise<CoverageReport> {
    return coverageReport(id, period, context);
  }
}
