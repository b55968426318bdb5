import { authorize, Invalid, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { canManageDuty } from '../lawyer/lawyer.policy.ts';
import type { DutyRow } from './duty-row.ts';
import { recommendCover } from './recommend-cover.ts';
import { isHeld } from './rules/duty-state.ts';
import { moving } from './seat-refusals.ts';

/** Characters. */
const REASON_MAX = 200;

export interface Cover {
  readonly dutyId: string;
  readonly lawyerId: string;
  readonly reason: string;
}

/**
 * Another lawyer takes the seat: of a declined duty, or in place of one who cannot come or did not. The new duty is
 * locked, so that planning leaves it as it is; the old one stays as a record.
 * @throws RuleBroken `DUTY_IS_OVER`, `DUTY_ALREADY_KEPT`; Invalid `LAWYER_CANNOT_COVER`
 */
export async function coverDuty(cover: Cover, context: Context): Promise<DutyRow> {
  const { em, duties, swaps, viewer, now } = context;
  authorize(canManageDuty(viewer));
  const duty = await duties.change(cover.dutyId, 'dutyId');
  if (now >= duty.endsAt) throw new RuleBroken('DUTY_IS_OVER');
  if (duty.checkedIn) throw new RuleBroken('DUTY_ALREADY_KEPT');
  const reason = cleanText(cover.reason, { field: 'reason', min: 1, max: REASON_MAX });
  const able = await recommendCover(duty, context);
  if (!able.some(({ lawyerId }) => lawyerId === cover.lawyerId)) {
    throw new Invalid('LAWYER_CANNOT_COVER', { field: 'lawyerId' });
  }
  if (isHeld(duty)) await duties.setStatus(duty.id, 'CANCELLED');
  await swaps.lapseOf(duty.id);
  const id = newId(now);
  const { institutionId, stationId, date, halfDay, stored } = duty;
  const seat = [id, institutionId, stationId, cover.lawyerId, date, halfDay, stored.line, stored.seat];
  await moving(() =>
    em.execute(
      `insert into stations.assignment (id, institution_id, station_id, lawyer_id, date, half_day, line, seat, status, locked)
       values (?, ?, ?, ?, ?, ?, ?, ?, 'PUBLISHED', true)`,
      seat,
    ),
  );
  const facts = { insteadOf: duty.id, lawyerId: cover.lawyerId, before: duty.lawyerId, reason };
  await auditChange(context, { action: 'COVER_DUTY', subjectType: 'Assignment', subjectId: id, facts });
  await context.announce('hallChanged', institutionId);
  return duties.get(id);
}
