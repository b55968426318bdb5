import { hear } from '@everyletter/kit/events';
import { v } from '@everyletter/kit/shape';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { recordAssignment } from '../petition/triage-petition.ts';

/** Somebody came, moved, left or was given another role. */
export const hearStaffChanged = hear(
  v.object({ version: v.number(), staffId: v.string(), departmentId: v.string(), active: v.boolean() }),
  (changed, { colleagues, viewer }: Context) => colleagues.know(changed, viewer.institutionId),
);

/** Somebody left, and a colleague of the department takes over every petition that is not answered. */
export const hearStaffHandedOver = hear(
  v.object({ fromStaffId: v.string(), toStaffId: v.string() }),
  async ({ fromStaffId, toStaffId }, context: Context) => {
    for (const petition of await context.petitions.lockUnansweredOf(fromStaffId)) {
      await handOver(petition, toStaffId, context);
    }
  },
);

async function handOver(petition: Petition, toStaffId: string, context: Context): Promise<void> {
  const { handlingDepartmentId = null, handlerId = null } = petition;
  petition.handlerId = toStaffId;
  recordAssignment(petition, { departmentId: handlingDepartmentId, handlerId }, context);
  const facts = { fromId: handlerId, toId: toStaffId };
  await auditChange(context, {
    action: 'HAND_OVER_PETITION',
    subjectType: 'Petition',
    subjectId: petition.id,
    facts,
  });
}
