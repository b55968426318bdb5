import { RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import type { Context } from '../context.ts';
import type { RotaChange } from '../rota/rules/compare-rota.ts';
import { isOpen, type TicketState } from '../ticket/rules/ticket-state.ts';
import { ReceptionDay } from './reception-day.entity.ts';
import { RotaNotice, Substitution } from './substitution.entity.ts';

/** As the demonstration and the feeds call it; an institution may name another place on each day. */
const PLACE = '检察服务中心领导接待室';
const BY_ROTA = '轮值表调整';

/**
 * Makes the published days follow a new rota. Where one leader follows another the day stays the same day. Answers how
 * many leaders were told.
 */
export async function changeReceptionDays(changes: readonly RotaChange[], context: Context): Promise<number> {
  const { em, receptions } = context;
  const told = new Set<string>();
  const days = await receptions.onDates(changes.map(({ date }) => date));
  for (const change of changes) {
    const { removedId, addedId } = change;
    const day = days.find(
      (one) => one.date === change.date && one.halfDay === change.halfDay && one.leaderId === removedId,
    );
    if (day && addedId) await checkRecusal(day, addedId, context);
    if (day && addedId) em.persist(handOver(day, { toLeaderId: addedId, reason: BY_ROTA }, context));
    else if (day) await callOff(day, context);
    else if (addedId) em.persist(newDay(change, addedId, context));
    for (const [staffId, kind] of [[removedId, 'REMOVED'] as const, [addedId, 'ADDED'] as const]) {
      if (!staffId) continue;
      told.add(staffId);
      em.persist(notice({ staffId, kind, date: change.date, halfDay: change.halfDay }, context));
    }
  }
  return told.size;
}

/** @throws RuleBroken `LEADER_RECUSED`: nobody is given somebody they must not hear */
async function checkRecusal(day: ReceptionDay, leaderId: string, { tickets, recusals }: Context): Promise<void> {
  const open = (await tickets.ofDay.load(day.id)).filter(({ state }) => isOpen(state as TicketState));
  await recusals.requireFree(
    [leaderId],
    open.map(({ petitionId }) => petitionId),
    'id',
  );
}

/** @throws RuleBroken `RECEPTION_DAY_BOOKED`: nobody who is booked is sent away by a rota */
async function callOff(day: ReceptionDay, { tickets, today, now }: Context): Promise<void> {
  const open = (await tickets.ofDay.load(day.id)).filter(({ state }) => isOpen(state as TicketState));
  if (open.length > 0)
    throw new RuleBroken('RECEPTION_DAY_BOOKED', { field: 'id', date: day.date, count: open.length });
  day.callOff(today, now);
}

/** The day becomes another leader's, its tickets included. */
export function handOver(
  day: ReceptionDay,
  { toLeaderId, reason }: { readonly toLeaderId: string; readonly reason: string },
  { em, viewer, now }: Context,
): Substitution {
  const substitution = em.create(Substitution, {
    id: newId(now),
    institutionId: day.institutionId,
    receptionDayId: day.id,
    fromLeaderId: day.leaderId,
    toLeaderId,
    reason,
    decidedById: viewer.staffId ?? viewer.accountId,
    decidedAt: now,
  });
  day.moveTo(toLeaderId, now);
  return substitution;
}

export function notice(
  told: Pick<RotaNotice, 'staffId' | 'kind' | 'date' | 'halfDay'>,
  { em, viewer, now }: Context,
): RotaNotice {
  return em.create(RotaNotice, { id: newId(now), institutionId: viewer.institutionId, ...told, at: now });
}

function newDay({ date, halfDay }: RotaChange, leaderId: string, { em, viewer, now }: Context): ReceptionDay {
  const { institutionId } = viewer;
  return em.create(ReceptionDay, {
    id: newId(now),
    institutionId,
    date,
    halfDay,
    leaderId,
    place: PLACE,
    revision: 0,
    changedAt: now,
  });
}
