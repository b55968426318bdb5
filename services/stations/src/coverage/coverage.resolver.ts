import { PeriodInput } from '@everyletter/kit/figures';
import { periodOf } from '@everyletter/kit/period';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { gapSplit } from '../gap/gap-split.ts';
import type { GapSplit } from '../planning/rules/split-gaps.ts';
import { InstitutionRef } from '../refs/institution.ts';
import type { Station } from '../station/station.entity.ts';
import { StationType } from '../station/station.type.ts';
import { CoverageGroupType, CoverageReport, GapSplitType } from './coverage.type.ts';
import { coverageByGroup, coverageReport } from './coverage-report.ts';
import { CoverageGrouping } from './rules/tally.ts';

@Resolver(() => InstitutionRef)
export class CoverageResolver {
  @FieldResolver(() => [StationType], { description: 'By name.' })
  stations(@Root() { id }: InstitutionRef, @Ctx() { duty }: Context): Promise<Station[]> {
    return duty.stationsOf.load(id);
  }

  @Query(() => [CoverageGroupType], {
    description: 'How well the viewer’s institution was covered, planned and effective, by group.',
  })
  coverage(
    @Arg('period', () => PeriodInput) period: PeriodInput,
    @Arg('groupBy', () => CoverageGrouping) groupBy: CoverageGrouping,
    @Ctx() context: Context,
  ): Promise<CoverageGroupType[]> {
    return coverageByGroup(periodOf(period), groupBy, context);
  }

  @FieldResolver(() => CoverageReport)
  coverageReport(
    @Root() { id }: InstitutionRef,
    @Arg('period', () => PeriodInput) period: PeriodInput,
    @Ctx() context: Context,
  ): Promise<CoverageReport> {
    return coverageReport(id, periodOf(period), context);
  }

  @FieldResolver(() => GapSplitType, {
    nullable: true,
    description: 'Which open seats could be filled with the lawyers there are; null for more than a quarter.',
  })
  coverageGaps(
    @Root() { id }: InstitutionRef,
    @Arg('period', () => PeriodInput) period: PeriodInput,
    @Ctx() context: Context,
  ): Promise<GapSplit | null> {
    return gapSplit(id, periodOf(period), context);
  }
}
