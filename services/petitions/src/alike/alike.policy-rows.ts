import type { PolicyTable } from '@everyletter/kit/policy';
import { frontDesk } from '../registration/registration.policy-rows.ts';

const fields = 'petition reasons samePerson sameMatter similarity answered answerOverdue'.split(' ');

export const alikePolicy: PolicyTable = {
  'Query.alikePetitions': frontDesk,
  ...Object.fromEntries(fields.map((field) => [`AlikePetition.${field}`, frontDesk])),
};
