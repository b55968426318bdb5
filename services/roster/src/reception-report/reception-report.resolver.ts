import { authorize } from '@everyletter/kit/errors';
import { PeriodInput } from '@everyletter/kit/figures';
import { periodOf } from '@everyletter/kit/period';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Institution } from '../institution/institution.entity.ts';
import { InstitutionType } from '../institution/institution.type.ts';
import type { KeyPeriod } from '../key-period/key-period.entity.ts';
import { KeyPeriodType } from '../key-period/key-period.type.ts';
import type { Staff } from '../staff/staff.entity.ts';
import { StaffType } from '../staff/staff.type.ts';
import { receptionReport } from './reception-report.ts';
import { KeyPeriodCoverageType, LeaderComplianceType, ReceptionReport } from './reception-report.type.ts';

@Resolver(() => InstitutionType)
export class ReceptionReportResolver {
  @FieldResolver(() => ReceptionReport, { description: 'Of one’s own institution.' })
  receptionReport(
    @Root() { id }: Institution,
    @Arg('period', () => PeriodInput) period: PeriodInput,
    @Ctx() context: Context,
  ): Promise<ReceptionReport> {
    authorize(id === context.viewer.institutionId);
    return receptionReport(periodOf(period), context);
  }
}

@Resolver(() => LeaderComplianceType)
export class LeaderComplianceResolver {
  @FieldResolver(() => StaffType)
  leader(@Root() { leaderId }: LeaderComplianceType, @Ctx() { people }: Context): Promise<Staff | null> {
    return people.staffMember(leaderId);
  }
}

@Resolver(() => KeyPeriodCoverageType)
export class KeyPeriodCoverageResolver {
  @FieldResolver(() => KeyPeriodType)
  keyPeriod(@Root() { keyPeriodId }: KeyPeriodCoverageType, @Ctx() { rotas }: Context): Promise<KeyPeriod | null> {
    return rotas.keyPeriod.load(keyPeriodId);
  }
}
