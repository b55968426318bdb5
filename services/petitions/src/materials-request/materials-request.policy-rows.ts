import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';
import { frontDesk } from '../registration/registration.policy-rows.ts';

const desk: PolicyRow = [allow(['CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER'])];
const fields = 'id items requestedOn receivedOn noticePath'.split(' ');

export const materialsPolicy: PolicyTable = {
  'Mutation.requestMaterials': frontDesk,
  'Mutation.receiveMaterials': frontDesk,
  'Petition.materialsRequest': desk,
  ...Object.fromEntries(fields.map((field) => [`MaterialsRequest.${field}`, desk])),
};
