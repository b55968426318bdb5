import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';

/** Who plans duty, and the lawyer themselves: row-level security shows no lawyer another. */
const directory: PolicyRow = [allow(['STATION_ADMINISTRATOR', 'DUTY_LAWYER'])];
const administrator: PolicyRow = [allow(['STATION_ADMINISTRATOR'])];
const lawyerSelf: PolicyRow = [allow(['DUTY_LAWYER'])];

const rows = (type: string, row: PolicyRow, fields: string): PolicyTable =>
  Object.fromEntries(fields.split(' ').map((field) => [`${type}.${field}`, row]));

const STANDING = 'sponsor licenceNumber practisingSince passedReviewYears disciplinedOn eligible eligibilityChecks';
const DUTY = 'specialtyTerms languages weeklyCap monthlyCap stations preferredStations joinedOn endedOn version';

/** Lawyers, what they said about their time, and the numbers their duty is organised by. */
export const lawyerRows: PolicyTable = {
  'Query.lawyer': directory,
  'Query.ownLawyer': lawyerSelf,
  'Query.dutyPolicy': directory,
  ...rows('Lawyer', directory, `${STANDING} ${DUTY} weeklyAvailability datedAvailability`),
  ...rows('LawyerSpecialty', directory, 'id specialty validFrom validTo'),
  ...rows('EligibilityCheck', directory, 'rule passed words'),
  ...rows('WeeklySlot', directory, 'weekday halfDay level'),
  ...rows('DatedAvailability', directory, 'id startsOn endsOn halfDay level note'),
  ...rows('AvailabilityImport', directory, 'taken known skipped'),
  ...rows('ImportedDays', directory, 'startsOn endsOn halfDay'),
  'LawyerPayload.lawyer': directory,
  ...rows('Mutation', administrator, 'addLawyer changeLawyer endLawyer changeDutyPolicy'),
  ...rows('Mutation', directory, 'setWeeklyAvailability addDatedAvailability removeDatedAvailability'),
  'Mutation.importAvailability': directory,
  ...rows(
    'DutyPolicy',
    directory,
    'version eligibility swapNoticeHours lateAfterMinutes checkInEarlyMinutes opinionAnswerWorkdays',
  ),
  ...rows('DutyPolicy', directory, 'legalAidDecideDays legalAidAppointDays grounds changedAt'),
  ...rows('EligibilityTerms', directory, 'minYearsOfPractice passedReviews reviewMonth disciplineFreeYears'),
  ...rows('Query', administrator, 'lawFirms firmShares'),
  ...rows('FirmShare', administrator, 'firm lawyerDays planned served fairFrom fairTo'),
  'LawFirmPayload.lawFirm': administrator,
  ...rows('Mutation', administrator, 'addLawFirm renameLawFirm'),
  'Lawyer.feedIssuedAt': directory,
  'Station.feedIssuedAt': administrator,
  ...rows('IssueDutyFeedPayload', directory, 'path issuedAt'),
  'RevokeDutyFeedPayload.revoked': directory,
  ...rows('Mutation', directory, 'issueDutyFeed revokeDutyFeed'),
  'Mutation.importLawyers': administrator,
  ...rows('LawyerImport', administrator, 'rows unknownTitles'),
  ...rows('LawyerImportRow', administrator, 'line name outcome lawyerId code field'),
  ...rows('DutyGrounds', directory, 'eligibility swapNoticeHours opinionAnswer legalAid'),
};
