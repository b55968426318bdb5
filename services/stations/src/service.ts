import 'reflect-metadata';
import type { Scope } from '@everyletter/kit/database';
import { FeedTokens } from '@everyletter/kit/feed';
import type { ServiceDefinition } from '@everyletter/kit/service';
import { startSubgraph } from '@everyletter/kit/subgraph';
import { buildSubgraph } from '@everyletter/kit/subgraph-schema';
import type { Viewer } from '@everyletter/kit/viewer';
import { migrations } from '../migrations/list.ts';
import { Assignment } from './assignment/assignment.entity.ts';
import { AssignmentResolver } from './assignment/assignment.resolver.ts';
import { AttendanceResolver } from './attendance/attendance.resolver.ts';
import { AttendanceReportResolver } from './attendance/attendance-report.resolver.ts';
import { AvailabilityResolver } from './availability/availability.resolver.ts';
import { DatedAvailability } from './availability/dated-availability.entity.ts';
import { ConflictHitResolver, ConflictsResolver } from './conflict-check/conflict-hit.resolver.ts';
import { Consultation } from './consultation/consultation.entity.ts';
import { ConsultationResolver } from './consultation/consultation.resolver.ts';
import { Consultations } from './consultation/consultations.repository.ts';
import {
  MatterConsultationsResolver,
  PetitionConsultationsResolver,
} from './consultation/linked-consultations.resolver.ts';
import type { Context } from './context.ts';
import { CoverageFacts } from './coverage/coverage.repository.ts';
import { CoverageResolver } from './coverage/coverage.resolver.ts';
import { hearCalendar } from './coverage/hear-calendar.ts';
import { Candidates } from './duty/candidates.repository.ts';
import { Duties } from './duty/duties.repository.ts';
import { DutyResolver } from './duty/duty.resolver.ts';
import { Duty } from './duty.repository.ts';
import { dutyFeedFile } from './duty-feed/duty-feed.files.ts';
import { DutyFeedResolver, LawyerFeedResolver, StationFeedResolver } from './duty-feed/duty-feed.resolver.ts';
import { DutyNoticeResolver } from './duty-notice/duty-notice.resolver.ts';
import { DutyNotices } from './duty-notice/duty-notices.repository.ts';
import { DutyPolicies } from './duty-policy/duty-policies.repository.ts';
import { DutyPolicyResolver } from './duty-policy/duty-policy.resolver.ts';
import { FirmResolver } from './firm/firm.resolver.ts';
import { Firms } from './firm/firms.repository.ts';
import { CoverageGapResolver } from './gap/gap.resolver.ts';
import { Hall } from './hall/hall.entity.ts';
import { HallResolver } from './hall/hall.resolver.ts';
import { searchCoveragePlan } from './jobs/search-coverage-plan.ts';
import { LawFirm, Lawyer, LawyerSpecialty } from './lawyer/lawyer.entity.ts';
import { LawyerResolver } from './lawyer/lawyer.resolver.ts';
import { Lawyers } from './lawyer/lawyers.repository.ts';
import { LawyerImportResolver } from './lawyer-import/lawyer-import.resolver.ts';
import { LegalAidReferral } from './legal-aid/legal-aid-referral.entity.ts';
import { Opinion } from './opinion/opinion.entity.ts';
import { OpinionResolver } from './opinion/opinion.resolver.ts';
import { Opinions } from './opinion/opinions.repository.ts';
import { CoveragePlan } from './plan/coverage-plan.entity.ts';
import { CoveragePlans } from './plan/coverage-plans.repository.ts';
import { CoveragePlanResolver } from './plan/plan.resolver.ts';
import { PlanningInputs } from './planning/planning-inputs.repository.ts';
import { stationsPolicy } from './policy-table.ts';
import { Representation } from './representation/representation.entity.ts';
import { MatterRepresentationsResolver, RepresentationResolver } from './representation/representation.resolver.ts';
import { Representations } from './representation/representations.repository.ts';
import { RequirementLineResolver, StationRequirementsResolver } from './requirement/requirement.resolver.ts';
import { RequirementException } from './requirement/requirement-exception.entity.ts';
import { RequirementLine } from './requirement/requirement-line.entity.ts';
import { Requirements } from './requirement/requirements.repository.ts';
import { Station } from './station/station.entity.ts';
import { StationResolver } from './station/station.resolver.ts';
import { Swap } from './swap/swap.entity.ts';
import { SwapResolver } from './swap/swap.resolver.ts';
import { Swaps } from './swap/swaps.repository.ts';

const QUEUES = { 'stations.coverage-plan': searchCoveragePlan };

const entities = [
  Station,
  LawFirm,
  Lawyer,
  LawyerSpecialty,
  DatedAvailability,
  Swap,
  Consultation,
  Opinion,
  Representation,
  LegalAidReferral,
  Assignment,
  Hall,
  RequirementLine,
  RequirementException,
  CoveragePlan,
];

const HEARS = { 'roster.calendar-published': hearCalendar };

/** Lawyer stations, who serves them, and how well they are covered. */
export const stationsService: ServiceDefinition = {
  name: 'stations',
  migrations,
  entities,
  queues: Object.keys(QUEUES) as (keyof typeof QUEUES)[],
  hears: Object.keys(HEARS) as (keyof typeof HEARS)[],
  buildSchema,
  start: (options) =>
    startSubgraph<Context>(
      {
        schema: buildSchema(),
        database: { schema: 'stations', entities },
        scopeOf,
        files: dutyFeedFile,
        hears: HEARS,
        context: (base) => ({
          ...base,
          duty: new Duty(base.em),
          coverage: new CoverageFacts(base.em),
          dutyPolicies: new DutyPolicies(base.em, base.viewer.institutionId),
          lawyers: new Lawyers(base.em, base.today),
          firms: new Firms(base.em, base.viewer.institutionId),
          duties: new Duties(base.em, base.viewer.institutionId),
          candidates: new Candidates(base.em),
          dutyNotices: new DutyNotices(base.em, base.viewer.institutionId),
          swaps: new Swaps(base.em),
          feeds: new FeedTokens(base.em.getKysely() as never, 'stations', base.viewer.institutionId),
          consultations: new Consultations(base.em),
          opinions: new Opinions(base.em),
          representations: new Representations(base.em),
          requirements: new Requirements(base.em, base.viewer),
          coveragePlans: new CoveragePlans(base.em),
          planningInputs: new PlanningInputs(base.em, new CoverageFacts(base.em)),
        }),
        queues: QUEUES,
      },
      options,
    ),
};

/** Whoever is only a lawyer or mediator comes from outside and sees at most themselves; a feed’s door reads its feed. */
function scopeOf({ roles, via }: Viewer): Scope {
  const isColleague = roles.some((role) => role !== 'DUTY_LAWYER' && role !== 'MEDIATOR');
  return isColleague || via === 'SYSTEM' || via === 'FEED' ? 'INSTITUTION' : 'NONE';
}

function buildSchema() {
  type Reference = { readonly id: string };
  return buildSubgraph({
    resolvers: [
      StationResolver,
      LawyerResolver,
      AssignmentResolver,
      CoverageResolver,
      AvailabilityResolver,
      DutyPolicyResolver,
      FirmResolver,
      DutyResolver,
      SwapResolver,
      AttendanceResolver,
      AttendanceReportResolver,
      DutyNoticeResolver,
      DutyFeedResolver,
      LawyerFeedResolver,
      StationFeedResolver,
      LawyerImportResolver,
      ConsultationResolver,
      PetitionConsultationsResolver,
      MatterConsultationsResolver,
      ConflictsResolver,
      ConflictHitResolver,
      OpinionResolver,
      RepresentationResolver,
      MatterRepresentationsResolver,
      StationRequirementsResolver,
      RequirementLineResolver,
      HallResolver,
      CoveragePlanResolver,
      CoverageGapResolver,
    ],
    references: {
      Station: ({ id }: Reference, { duty }: Context) => duty.station(id),
      LawFirm: ({ id }: Reference, { duty }: Context) => duty.firm(id),
      Lawyer: ({ id }: Reference, { duty }: Context) => duty.lawyer(id),
      Assignment: ({ id }: Reference, { duty }: Context) => duty.assignment(id),
      Petition: ({ id }: Reference) => ({ id }),
      Matter: ({ id }: Reference) => ({ id }),
      Institution: ({ id }: Reference, { coverage }: Context) => coverage.institution(id),
    },
    policy: stationsPolicy,
  });
}
