import { FigureComparison, FigureScope, PeriodInput, ReportFigureType } from '@everyletter/kit/figures';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { InstitutionRef } from '../refs/institution.ts';
import { CategoryFigure, ChannelFigure, Figure, FigureDefinition } from './figure.type.ts';
import { byCategory, receivedParts, reportHead, standingParts } from './petition-report.ts';
import { AgeingFigure, MonthFigure, PetitionReport, RateFigure, type ReportHead } from './petition-report.type.ts';
import { reportFigures } from './report-figures.ts';
import { FIGURES } from './rules/figures.ts';
import { PetitionGrouping } from './rules/grouping.ts';

@Resolver(() => InstitutionRef)
export class InstitutionReportResolver {
  @Query(() => [FigureDefinition], { description: 'What every figure of the reports counts.' })
  figureDefinitions(): readonly FigureDefinition[] {
    return FIGURES;
  }

  @FieldResolver(() => PetitionReport)
  petitionReport(
    @Root() { id }: InstitutionRef,
    @Arg('period', () => PeriodInput) period: PeriodInput,
    @Ctx() context: Context,
  ): Promise<ReportHead> {
    return reportHead(id, period, context);
  }
}

@Resolver(() => PetitionReport)
export class PetitionReportResolver {
  @FieldResolver(() => [ReportFigureType], {
    description: 'Every figure, or those of the keys; what has no such groups is left out.',
  })
  figures(
    @Root() { institutionId, period }: ReportHead,
    @Arg('keys', () => [ID], { nullable: true }) keys: readonly string[] | null,
    @Arg('groupBy', () => PetitionGrouping, { nullable: true }) groupBy: PetitionGrouping | null,
    @Arg('scope', () => FigureScope, { defaultValue: FigureScope.OWN }) scope: FigureScope,
    @Arg('compareWith', () => [FigureComparison], { defaultValue: [] }) compareWith: readonly FigureComparison[],
    @Ctx() context: Context,
  ): Promise<ReportFigureType[]> {
    const asked = { keys: keys ?? null, groupBy: groupBy ?? null, scope, compareWith };
    return reportFigures(institutionId, period, asked, context);
  }

  @FieldResolver(() => Figure)
  async received(@Root() head: ReportHead, @Ctx() context: Context): Promise<Figure> {
    return (await receivedParts(head, context)).received;
  }

  @FieldResolver(() => [ChannelFigure])
  async receivedByChannel(@Root() head: ReportHead, @Ctx() context: Context): Promise<ChannelFigure[]> {
    return (await receivedParts(head, context)).byChannel;
  }

  @FieldResolver(() => [CategoryFigure])
  receivedByCategory(@Root() head: ReportHead, @Ctx() context: Context): Promise<CategoryFigure[]> {
    return byCategory(head, context);
  }

  @FieldResolver(() => RateFigure)
  async procedural(@Root() head: ReportHead, @Ctx() context: Context): Promise<RateFigure> {
    return (await receivedParts(head, context)).procedural;
  }

  @FieldResolver(() => RateFigure)
  async substantive(@Root() head: ReportHead, @Ctx() context: Context): Promise<RateFigure> {
    return (await receivedParts(head, context)).substantive;
  }

  @FieldResolver(() => Figure, { description: 'As of today, whenever received.' })
  async overdueNow(@Root() head: ReportHead, @Ctx() context: Context): Promise<Figure> {
    return (await standingParts(head, context)).overdueNow;
  }

  @FieldResolver(() => [MonthFigure], { description: 'Every month of the period.' })
  async trend(@Root() head: ReportHead, @Ctx() context: Context): Promise<MonthFigure[]> {
    return (await receivedParts(head, context)).trend;
  }

  @FieldResolver(() => [AgeingFigure], { description: 'As of today, whenever received.' })
  async ageing(@Root() head: ReportHead, @Ctx() context: Context): Promise<AgeingFigure[]> {
    return (await standingParts(head, context)).ageing;
  }
}
