import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { InstitutionRef } from '../refs/institution.ts';
import { FigureDefinition } from './figure.type.ts';
import { petitionReport } from './petition-report.ts';
import { PeriodInput, PetitionReport } from './petition-report.type.ts';
import { FIGURES } from './rules/figures.ts';

@Resolver(() => InstitutionRef)
export class PetitionReportResolver {
  @Query(() => [FigureDefinition], { description: 'What every figure of the reports counts.' })
  figureDefinitions(): readonly FigureDefinition[] {
    return FIGURES;
  }

  @FieldResolver(() => PetitionReport)
  petitionReport(
    @Root() { id }: InstitutionRef,
    @Arg('period', () => PeriodInput) period: PeriodInput,
    @Ctx() context: Context,
  ): Promise<PetitionReport> {
    return petitionReport(id, period, context);
  }
}
