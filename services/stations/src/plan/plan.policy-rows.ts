import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';

/** Drafts are seen by those who make them and by leaders; only station administrators change them. */
const see: PolicyRow = [allow(['STATION_ADMINISTRATOR', 'LEADER'])];
const manage: PolicyRow = [allow(['STATION_ADMINISTRATOR'])];

const rows = (type: string, row: PolicyRow, fields: string): PolicyTable =>
  Object.fromEntries(fields.split(' ').map((field) => [`${type}.${field}`, row]));

export const planPolicyRows: PolicyTable = {
  ...rows('Query', see, 'coveragePlan coveragePlans gapRemedies seatCandidates seatConflicts'),
  ...rows('Mutation', manage, 'startCoveragePlan planAroundAbsence stopCoveragePlan discardCoveragePlan setPlanSeat'),
  'Mutation.proveCoveragePlan': manage,
  'Subscription.coveragePlanChanged': see,
  ...rows('Mutation', manage, 'movePlanSeat fillCoverageGap tryRemedy publishCoveragePlan'),
  ...rows('CoveragePlanPayload', see, 'plan'),
  ...rows('PublishPlanPayload', see, 'plan changed notified'),
  ...rows('CoveragePlan', see, 'id fromDate toDate mode state done seatCount openSeats cost bound proof seed moves'),
  ...rows('CoveragePlan', see, 'inputHash createdAt publishedAt failureCode version gapRate stale seats changes'),
  ...rows('CoveragePlan', see, 'costParts gaps provable'),
  ...rows('CoverageSeat', see, 'stationId date halfDay line seat lawyerId locked'),
  ...rows('CoveragePlanChange', see, 'seat from to'),
  ...rows('CoverageCostPart', see, 'kind cost'),
  ...rows('CoverageGap', see, 'seat verdict census chain competingSeats competingLawyerIds'),
  ...rows('GapReasonCount', see, 'reason lawyerIds'),
  ...rows('ChainStep', see, 'lawyerId from to'),
  ...rows('GapRemedy', see, 'kind lawyerId specialty unlocks'),
  ...rows('SeatConflict', see, 'seat reason'),
  ...rows('SeatCandidate', see, 'lawyerId reason halfDays servedBefore preferred'),
};
