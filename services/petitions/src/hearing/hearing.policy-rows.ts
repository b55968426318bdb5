import type { PolicyTable } from '@everyletter/kit/policy';
import { desk, rows } from '../policy-kinds.ts';

/** Hearings, tasks and notes: the desk’s own, never an outside person’s. */
export const hearingPolicy: PolicyTable = {
  ...rows('Mutation', desk, 'planHearing recordHearing callOffHearing addTask finishTask addNote tellAssistance'),
  ...rows('Petition', desk, 'hearings tasks notes assistanceToldOn'),
  ...rows('Hearing', desk, 'id kind state plannedOn startsAt place noticedOn heldOn outcome officers record'),
  ...rows('Task', desk, 'id dueOn doneOn words assignee'),
  ...rows('Note', desk, 'id writtenAt words writtenBy'),
};
