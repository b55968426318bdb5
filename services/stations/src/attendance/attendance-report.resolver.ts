import { PeriodInput } from '@everyletter/kit/figures';
import { periodOf } from '@everyletter/kit/period';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { InstitutionRef } from '../refs/institution.ts';
import { attendanceReport } from './attendance-report.ts';
import { AttendanceReport } from './attendance-report.type.ts';

@Resolver(() => InstitutionRef)
export class AttendanceReportResolver {
  @FieldResolver(() => AttendanceReport, { description: 'Planned and effective coverage, beside each other.' })
  attendanceReport(
    @Root() { id }: InstitutionRef,
    @Arg('period', () => PeriodInput) period: PeriodInput,
    @Ctx() context: Context,
  ): Promise<AttendanceReport> {
    return attendanceReport(id, periodOf(period), context);
  }
}
