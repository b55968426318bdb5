import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { InstitutionRef } from '../refs/institution.ts';
import { mediationReport } from './mediation-report.ts';
import { MediationReportType } from './report.type.ts';

@Resolver(() => InstitutionRef)
export class MediationReportResolver {
  @FieldResolver(() => MediationReportType, {
    nullable: true,
    description: 'Of the viewer’s own institution; null for any other. Both days included.',
  })
  async mediationReport(
    @Root() { id }: InstitutionRef,
    @Arg('from', () => LocalDateScalar) from: LocalDate,
    @Arg('to', () => LocalDateScalar) to: LocalDate,
    @Ctx() context: Context,
  ): Promise<MediationReportType | null> {
    return id === context.viewer.institutionId ? mediationReport({ from, to }, context) : null;
  }
}
