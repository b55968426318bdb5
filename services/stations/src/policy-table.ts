import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';
import { ROLES, type Role } from '@everyletter/kit/viewer';
import { consultationRows } from './consultation/consultation.policy-rows.ts';
import { dutyRows } from './duty/duty.policy-rows.ts';
import { lawyerRows } from './lawyer/lawyer.policy-rows.ts';
import { planPolicyRows } from './plan/plan.policy-rows.ts';
import { representationRows } from './representation/representation.policy-rows.ts';

/** Where lawyers serve is told to everyone. */
const everyone: PolicyRow = [allow(ROLES)];
/** Who is on duty: colleagues; and a lawyer from outside, whom row-level security shows only themselves. */
const DUTY: readonly Role[] = ROLES.filter((role) => role !== 'MEDIATOR' && role !== 'REPORTER');
const duty: PolicyRow = [allow(DUTY)];
/** Counts, without a name. */
const reporting: PolicyRow = [
  allow(['CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER', 'ROTA_ADMINISTRATOR', 'STATION_ADMINISTRATOR']),
  allow(['REPORTER', 'AUDITOR']),
];

/** Those who set up stations and plan who serves there. */
const manage: PolicyRow = [allow(['STATION_ADMINISTRATOR'])];

const rows = (type: string, row: PolicyRow, fields: string): PolicyTable =>
  Object.fromEntries(fields.split(' ').map((field) => [`${type}.${field}`, row]));

/** Beneath these, row-level security keeps to the institution and those below it. */
export const stationsPolicy: PolicyTable = {
  'Query.stations': everyone,
  'Query.station': everyone,
  'Query.lawyers': duty,
  Station: everyone,
  LawFirm: duty,
  Lawyer: duty,
  Assignment: duty,
  Institution: everyone,
  ...rows('Station', everyone, 'id name kind place institution'),
  'Station.assignments': duty,
  ...rows('LawFirm', duty, 'id name'),
  ...rows('Lawyer', duty, 'id name firm yearsOfPractice specialties'),
  ...lawyerRows,
  ...dutyRows,
  ...consultationRows,
  ...representationRows,
  ...rows('Assignment', duty, 'id station lawyer date halfDay'),
  ...rows('Institution', everyone, 'id stations'),
  'Institution.coverageReport': reporting,
  'Institution.coverageGaps': reporting,
  ...rows('CoverageGapSplit', reporting, 'avoidable unavoidable undecided'),
  'Station.coverage': reporting,
  ...rows('HalfDayCoverage', reporting, 'date halfDay requiredSeats coveredSeats exceptionId'),
  ...rows('CoverageReport', reporting, 'period definition requiredSeats coveredSeats rate stationDays fullStationDays'),
  ...planPolicyRows,
  'Query.coverage': reporting,
  ...rows('CoverageGroup', reporting, 'key requiredSeats coveredSeats rate attendedSeats effectiveRate'),
  ...rows('CoverageGroup', reporting, 'stationDays fullStationDays exceptedHalfDays'),
  'Query.halls': everyone,
  'Query.requirementPreview': reporting,
  ...rows('Mutation', manage, 'saveHall saveStation saveRequirementLine endRequirementLine'),
  ...rows('Mutation', manage, 'addRequirementException withdrawRequirementException'),
  ...rows('HallPayload', manage, 'hall'),
  ...rows('StationPayload', manage, 'station'),
  ...rows('Hall', everyone, 'id name address'),
  ...rows('Station', everyone, 'serviceKind morningFrom morningTo afternoonFrom afternoonTo version hall'),
  ...rows('Station', reporting, 'requirementLines requirementExceptions'),
  ...rows('RequirementLine', reporting, 'id line halfDay lawyers weekdays specialties language priority'),
  ...rows('RequirementLine', reporting, 'effectiveFrom effectiveTo version'),
  ...rows('RequirementException', reporting, 'id kind halfDay line lawyers fromDate toDate reason documentNumber'),
  ...rows('HalfDayPreview', reporting, 'date halfDay requiredSeats coveredSeats requiredBefore'),
  ...rows('Assignment', duty, 'line seat status locked'),
  ...rows('Period', everyone, 'from to'),
  ...rows('Phrase', everyone, 'zh en'),
};
