import { graphql, type ResultOf } from '../graphql/graphql.ts';
import { RequirementExceptionFragment } from '../station/station-fragments.ts';

export const CoverageQuery = graphql(
  `
    query Coverage($from: LocalDate!, $to: LocalDate!) {
      viewer {
        accountId
        institution {
          id
          today
          coverageGaps(period: { from: $from, to: $to }) { avoidable unavoidable undecided }
          coverageReport(period: { from: $from, to: $to }) {
            definition { zh en }
            requiredSeats
            coveredSeats
            rate
            stationDays
            fullStationDays
          }
        }
      }
      workingDays(from: $from, to: $to) { date kind }
      lawyers { id name }
      stations {
        id
        name
        hall { id name }
        assignments(from: $from, to: $to) { id date halfDay line seat locked lawyer { id name } }
        coverage(from: $from, to: $to) { date halfDay requiredSeats coveredSeats exceptionId }
        requirementExceptions(from: $from, to: $to) { id ...RequirementExceptionFields }
      }
      coveragePlans { id state mode fromDate toDate openSeats seatCount createdAt publishedAt }
    }
  `,
  [RequirementExceptionFragment],
);
export type CoverageData = ResultOf<typeof CoverageQuery>;

export const PlanQuery = graphql(`
  query CoveragePlanPage($id: ID!, $from: LocalDate!, $to: LocalDate!) {
    viewer { accountId institution { id today } }
    workingDays(from: $from, to: $to) { date kind }
    lawyers { id name firm { id name } }
    stations { id name hall { id name } }
    coveragePlan(id: $id) {
      id
      fromDate
      toDate
      mode
      state
      done
      seatCount
      openSeats
      cost
      bound
      proof
      gapRate
      seed
      moves
      inputHash
      createdAt
      publishedAt
      failureCode
      version
      stale
      provable
      seats { stationId date halfDay line seat lawyerId locked }
      changes { seat { stationId date halfDay line seat } from to }
      costParts { kind cost }
      gaps {
        seat { stationId date halfDay line seat }
        verdict
        census { reason lawyerIds }
        chain { lawyerId from { stationId date halfDay line seat } to { stationId date halfDay line seat } }
        competingSeats
        competingLawyerIds
      }
    }
  }
`);
export type PlanData = NonNullable<ResultOf<typeof PlanQuery>['coveragePlan']>;
export type Gap = PlanData['gaps'][number];
export type SeatPlace = Gap['seat'];

/** Only what changes while it is searched for. */
export const PlanProgressQuery = graphql(`
  query CoveragePlanProgress($id: ID!) {
    coveragePlan(id: $id) { id state done openSeats cost bound proof gapRate version failureCode fromDate toDate }
  }
`);

export const PlanChanged = graphql(`
  subscription CoveragePlanChanged($id: ID!) {
    coveragePlanChanged(id: $id) { id state done openSeats cost bound proof gapRate version failureCode }
  }
`);

export const RemediesQuery = graphql(`
  query GapRemedies($planId: ID!, $seat: SeatPlaceInput!) {
    gapRemedies(planId: $planId, seat: $seat) { kind lawyerId specialty unlocks }
  }
`);
export type Remedy = ResultOf<typeof RemediesQuery>['gapRemedies'][number];

export const CandidatesQuery = graphql(`
  query SeatCandidates($planId: ID!, $seat: SeatPlaceInput!) {
    seatCandidates(planId: $planId, seat: $seat) { lawyerId reason halfDays servedBefore preferred }
  }
`);

export const ConflictsQuery = graphql(`
  query SeatConflicts($planId: ID!, $seat: SeatPlaceInput!) {
    seatConflicts(planId: $planId, seat: $seat) { seat { stationId date halfDay line seat } reason }
  }
`);

export const StartPlan = graphql(`
  mutation StartCoveragePlan($input: StartPlanInput!) { startCoveragePlan(input: $input) { plan { id } } }
`);
export const AbsencePlan = graphql(`
  mutation PlanAroundAbsence($input: AbsentLawyerInput!) { planAroundAbsence(input: $input) { plan { id } } }
`);
export const StopPlan = graphql(`
  mutation StopCoveragePlan($id: ID!) { stopCoveragePlan(id: $id) { plan { id state } } }
`);
export const ProvePlan = graphql(`
  mutation ProveCoveragePlan($id: ID!, $version: Int!) {
    proveCoveragePlan(id: $id, version: $version) { plan { id state done version provable failureCode } }
  }
`);
export const DiscardPlan = graphql(`
  mutation DiscardCoveragePlan($id: ID!) { discardCoveragePlan(id: $id) { plan { id state version } } }
`);
export const SetPlanSeat = graphql(`
  mutation SetPlanSeat($input: SetPlanSeatInput!) { setPlanSeat(input: $input) { plan { id version openSeats } } }
`);
export const MovePlanSeat = graphql(`
  mutation MovePlanSeat($planId: ID!, $version: Int!, $from: SeatPlaceInput!, $to: SeatPlaceInput!) {
    movePlanSeat(planId: $planId, version: $version, from: $from, to: $to) { plan { id version openSeats } }
  }
`);
export const FillGap = graphql(`
  mutation FillCoverageGap($planId: ID!, $version: Int!, $seat: SeatPlaceInput!) {
    fillCoverageGap(planId: $planId, version: $version, seat: $seat) { plan { id version openSeats } }
  }
`);
export const TryRemedy = graphql(`
  mutation TryRemedy($planId: ID!, $remedy: RemedyInput!) { tryRemedy(planId: $planId, remedy: $remedy) { plan { id openSeats } } }
`);
export const PublishPlan = graphql(`
  mutation PublishCoveragePlan($id: ID!, $version: Int!) {
    publishCoveragePlan(id: $id, version: $version) { plan { id state version publishedAt } changed notified }
  }
`);
