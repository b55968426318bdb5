import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';

/** The desk sees why a petition is where it is; only the system's administrator changes that. */
const reading: PolicyRow = [allow(['SYSTEM_ADMINISTRATOR', 'CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER'])];
const editing: PolicyRow = [allow(['SYSTEM_ADMINISTRATOR'])];

const rows = (type: string, row: PolicyRow, fields: string): PolicyTable =>
  Object.fromEntries(fields.split(' ').map((field) => [`${type}.${field}`, row]));

export const triageRulePolicy: PolicyTable = {
  ...rows('Query', reading, 'triageRules triageRuleHistory'),
  'Query.tryTriageRules': editing,
  'Mutation.saveTriageRules': editing,
  'TriageRulesPayload.triageRules': editing,
  ...rows('TriageRouting', editing, 'position rule targetWorkdays'),
  ...rows('TriageRuleSet', reading, 'version rules savedAt savedBy'),
  ...rows(
    'TriageRule',
    reading,
    'name channels categories identityKinds fromSuperior track targetWorkdays departmentId',
  ),
};
