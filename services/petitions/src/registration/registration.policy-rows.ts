import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';
import type { Role } from '@everyletter/kit/viewer';

/** Those who take petitions in. */
const FRONT_DESK: readonly Role[] = ['CLERK', 'DEPARTMENT_HEAD'];
export const frontDesk: PolicyRow = [allow(FRONT_DESK)];

const rows = (type: string, fields: string): PolicyTable =>
  Object.fromEntries(fields.split(' ').map((field) => [`${type}.${field}`, frontDesk]));

export const registrationPolicy: PolicyTable = {
  'Query.registrationCheck': frontDesk,
  'Mutation.registerPetition': frontDesk,
  'Mutation.takeInPetition': frontDesk,
  ...rows('TakenInPayload', 'number queryCode receivedOn replyDueOn'),
  ...rows('RegisterPetitionPayload', 'petition queryCode queueNumber receiptPath labelPath'),
  ...rows('RegistrationCheck', 'remarks registeredLate track trackReason proceduralDueOn provisional'),
  ...rows('FormRemark', 'field level words'),
};
