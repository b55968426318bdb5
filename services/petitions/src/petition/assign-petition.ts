import { authorize } from '@everyletter/kit/errors';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Petition } from './petition.entity.ts';
import { canAssign } from './petition.policy.ts';
import type { Assignment } from './rules/assignment.ts';
import type { MatterState } from './rules/states.ts';
import { recordAssignment, type Seen } from './triage-petition.ts';

/** Gives an accepted petition to a handling procurator. */
export async function assignPetition(seen: Seen, assignment: Assignment, context: Context): Promise<Petition> {
  const { petitions, colleagues, recusals, viewer, em } = context;
  const petition = await petitions.change(seen.petitionId, seen.version);
  authorize(canAssign(viewer, petition, assignment.handlingDepartmentId));
  const matter = await petitions.changeMatterOf(petition);
  const before = {
    departmentId: petition.handlingDepartmentId ?? null,
    handlerId: petition.handlerId ?? null,
  };
  petition.assign(assignment, matter.state as MatterState);
  await colleagues.requireHandling(assignment.handlingDepartmentId, assignment.handlerId);
  await recusals.requireFree(petition.matterId, assignment.handlerId);
  recordAssignment(petition, before, context);
  await auditChange(context, {
    action: 'ASSIGN_PETITION',
    subjectType: 'Petition',
    subjectId: petition.id,
    facts: { ...assignment },
  });
  await em.flush();
  return petition;
}
