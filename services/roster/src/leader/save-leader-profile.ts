import { NotFound } from '@everyletter/kit/errors';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { LeaderProfile } from './leader-profile.entity.ts';
import type { SaveLeaderProfileInput } from './leader-profile.type.ts';
import { checkProfile } from './rules/check-profile.ts';

/** The first time it is made, later it is changed. @throws NotFound `STAFF_NOT_FOUND`, `DEPARTMENT_NOT_FOUND` */
export async function saveLeaderProfile(input: SaveLeaderProfileInput, context: Context): Promise<LeaderProfile> {
  const { em, rotas, people, viewer } = context;
  const { staffId, version, ...rest } = input;
  checkProfile(rest);
  if (!(await people.staffMember(staffId))) throw new NotFound('STAFF_NOT_FOUND', { field: 'staffId' });
  const departments = await Promise.all(rest.lineDepartmentIds.map((id) => people.department(id)));
  if (departments.includes(null)) throw new NotFound('DEPARTMENT_NOT_FOUND', { field: 'lineDepartmentIds' });
  const content = {
    ...rest,
    lineDepartmentIds: [...rest.lineDepartmentIds],
    dislikedWeekdays: [...rest.dislikedWeekdays],
  };
  const profile = await rotas.changeProfile(staffId, version ?? null);
  if (profile) em.assign(profile, content);
  const kept = profile ?? em.create(LeaderProfile, { id: staffId, institutionId: viewer.institutionId, ...content });
  em.persist(kept);
  const { grade, share, takesPart } = content;
  const facts = { grade, share, takesPart };
  await auditChange(context, { action: 'SAVE_LEADER_PROFILE', subjectType: 'Staff', subjectId: staffId, facts });
  await em.flush();
  return kept;
}
