import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';
import { frontDesk } from '../registration/registration.policy-rows.ts';

const desk: PolicyRow = [allow(['CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER'])];
/** Who clears the desk, and who looks whether it is cleared. */
const clearing: PolicyRow = [allow(['CLERK', 'DEPARTMENT_HEAD', 'LEADER'])];

const rows = (type: string, row: PolicyRow, fields: string): PolicyTable =>
  Object.fromEntries(fields.split(' ').map((field) => [`${type}.${field}`, row]));

export const triageDeskPolicy: PolicyTable = {
  ...rows('Query', clearing, 'triageLanes dayBoard'),
  'Mutation.answerOnTheSpot': frontDesk,
  ...rows('TriageLane', clearing, 'track targetWorkdays count lateCount petitions'),
  ...rows('DayBoard', clearing, 'day lines received left disposedThatDay leftFromBefore cleared petitions'),
  ...rows('DayBoardLine', clearing, 'channel received disposed left'),
  ...rows('DispositionReason', desk, 'code disposition words'),
  ...rows('Petition', desk, 'acceptanceChecks dispositionReasons suggestedDepartment leaderOwner suggestsLeaderOwner'),
  ...rows('Petition', desk, 'viewerCanAnswerOnTheSpot disposedOn triageRule'),
};
