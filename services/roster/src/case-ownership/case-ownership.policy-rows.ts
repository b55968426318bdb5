import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';
import { rows } from '../rota-plan/rota.policy-rows.ts';

/** Who works on what petitioners bring. Beneath, a row is hidden from whoever keeps away from the matter. */
const desk: PolicyRow = [allow(['CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER'])];

export const caseOwnershipPolicy: PolicyTable = {
  CaseOwnership: desk,
  'Petition.caseOwnerships': desk,
  'Query.myCaseOwnerships': desk,
  ...rows('Mutation', desk, 'openCaseOwnership changeCaseOwnership closeCaseOwnership'),
  ...rows('CaseOwnership', desk, 'id version petitionNumber dueOn openedOn closedOn leader responsible'),
  ...rows('CaseOwnership', desk, 'plan outcome isOverdue viewerCanChange petition'),
  ...rows('CaseOwnershipPayload', desk, 'caseOwnership petition'),
};
