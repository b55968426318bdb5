import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';

/** Who plans duty, and the lawyer themselves: row-level security shows no lawyer another. */
const duty: PolicyRow = [allow(['STATION_ADMINISTRATOR', 'DUTY_LAWYER'])];
const administrator: PolicyRow = [allow(['STATION_ADMINISTRATOR'])];
const lawyer: PolicyRow = [allow(['DUTY_LAWYER'])];
/** Who is there today is told to all who work in the hall. */
const hall: PolicyRow = [
  allow([
    'CLERK',
    'HANDLER',
    'DEPARTMENT_HEAD',
    'LEADER',
    'ROTA_ADMINISTRATOR',
    'STATION_ADMINISTRATOR',
    'DUTY_LAWYER',
  ]),
];

/** Counts, without a name. */
const reporting: PolicyRow = [...hall, allow(['REPORTER', 'AUDITOR'])];

const rows = (type: string, row: PolicyRow, fields: string): PolicyTable =>
  Object.fromEntries(fields.split(' ').map((field) => [`${type}.${field}`, row]));

const PRESENCE = 'id date halfDay startsAt endsAt status station lawyer checkedInAt lateMinutes checkedOutAt';
const STEPS = 'viewerCanConfirm viewerCanDecline viewerCanSwap viewerCanCheckIn viewerCanCheckOut viewerCanMarkAbsent';
const SWAP = 'id kind state askedByName reason askedAt offers answeredByName answeredAt decidedAt decisionNote version';

/** Duties as they are answered, changed among lawyers, and kept. */
export const dutyRows: PolicyTable = {
  'Institution.attendanceReport': reporting,
  ...rows(
    'AttendanceReport',
    reporting,
    'period definition requiredSeats plannedSeats attendedSeats plannedRate effectiveRate',
  ),
  'Query.ownDuties': lawyer,
  'Query.dutiesOn': hall,
  'Query.dutyNotices': lawyer,
  'Mutation.markDutyNoticesSeen': lawyer,
  'DutyNoticesPayload.dutyNotices': lawyer,
  ...rows('DutyNotice', lawyer, 'id createdAt changes'),
  ...rows('DutyChange', lawyer, 'date halfDay gained station'),
  'Query.declinedDuties': administrator,
  'Query.swaps': duty,
  ...rows('Duty', hall, `${PRESENCE} ${STEPS} viewerCanCover`),
  ...rows('Duty', duty, 'reason checkedInBy absenceReason'),
  'Duty.candidates': administrator,
  ...rows('CoverCandidate', administrator, 'lawyer level suits weekDuties monthDuties'),
  ...rows('Swap', duty, `${SWAP} duty returnDuty viewerCanAnswer viewerCanWithdraw viewerCanDecide`),
  'DutyPayload.duty': duty,
  'SwapPayload.swap': duty,
  ...rows('Mutation', lawyer, 'confirmDuty askSwap answerSwap withdrawSwap'),
  ...rows('Mutation', duty, 'declineDuty checkIn checkOut'),
  ...rows('Mutation', administrator, 'coverDuty decideSwap markAbsent'),
};
