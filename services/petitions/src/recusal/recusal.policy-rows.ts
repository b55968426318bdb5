import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';

const desk: PolicyRow = [allow(['CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER'])];

const rows = (type: string, fields: string): PolicyTable =>
  Object.fromEntries(fields.split(' ').map((field) => [`${type}.${field}`, desk]));

export const recusalPolicy: PolicyTable = {
  ...rows('Mutation', 'declareRecusal liftRecusal'),
  ...rows('DeclareRecusalPayload', 'petitionId own'),
  ...rows('Recusal', 'id staff declaredBy declaredOn liftedOn reason'),
  ...rows('Petition', 'recusals viewerCanRecuseOthers restricted'),
};
