import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { PetitionPayload } from '../petition/petition.inputs.ts';
import { PetitionType } from '../petition/petition.type.ts';
import { openNote } from '../petitioner/sealed-note.ts';
import { StaffRef } from '../refs/staff.ts';
import { recordSuperiorOrder, reportToSuperior } from './report-to-superior.ts';
import { REPORT_WORDS, type SuperiorReport } from './superior-report.entity.ts';
import { RecordSuperiorOrderInput, ReportToSuperiorInput, SuperiorReportType } from './superior-report.type.ts';

@Resolver(() => SuperiorReportType)
export class SuperiorReportResolver {
  @Mutation(() => PetitionPayload, { description: 'An order of an organ above, or what it changed about it.' })
  async recordSuperiorOrder(
    @Arg('input', () => RecordSuperiorOrderInput) input: RecordSuperiorOrderInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await recordSuperiorOrder(input, context) };
  }

  @Mutation(() => PetitionPayload, { description: 'An interim report, or the conclusion report (办结报告).' })
  async reportToSuperior(
    @Arg('input', () => ReportToSuperiorInput) input: ReportToSuperiorInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await reportToSuperior(input, context) };
  }

  @FieldResolver(() => String, { description: 'With the petitioner’s own data masked.' })
  async words(
    @Root() { id, petitionId, wordsSealed }: SuperiorReport,
    @Ctx() { petitions, options }: Context,
  ): Promise<string> {
    return openNote(wordsSealed, REPORT_WORDS(id), await petitions.get(petitionId), options.keys);
  }

  @FieldResolver(() => StaffRef)
  writtenBy(@Root() { writtenById }: SuperiorReport): StaffRef {
    return { id: writtenById };
  }
}

/** What reports add to a petition. */
@Resolver(() => PetitionType)
export class PetitionSuperiorReportsResolver {
  @FieldResolver(() => [SuperiorReportType], { description: 'To the organ that ordered it. Oldest first.' })
  superiorReports(@Root() petition: Petition, @Ctx() { superiorReports }: Context): Promise<SuperiorReport[]> {
    return superiorReports.of(petition);
  }
}
