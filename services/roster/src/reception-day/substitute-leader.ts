import { Conflict, Invalid, NotFound, RuleBroken } from '@everyletter/kit/errors';
import { cleanText } from '@everyletter/kit/text';
import type { LocalDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { isOpen, type TicketState } from '../ticket/rules/ticket-state.ts';
import type { SubstituteLeaderInput } from '../ticket/ticket.inputs.ts';
import { handOver, notice } from './change-reception-days.ts';
import type { ReceptionDay } from './reception-day.entity.ts';

/** Characters. */
const REASON_MAX = 200;

/**
 * Another leader takes the day. It stays the same day: its number in the calendar, its reason and whoever is booked
 * stay with it. Source: 领导因故不能接待的,应当向来访人说明并可另行预约。
 * @throws Conflict `RECEPTION_DAY_CHANGED`; RuleBroken `LEADER_AWAY`, `LEADER_ON_DUTY`, `LEADER_RECUSED`, `RECEPTION_DAY_PAST`; NotFound `STAFF_NOT_FOUND`
 */
export async function substituteLeader(input: SubstituteLeaderInput, context: Context): Promise<ReceptionDay> {
  const { em, receptions, tickets, today } = context;
  const reason = cleanText(input.reason, { field: 'reason', min: 1, max: REASON_MAX });
  const day = await receptions.change(input.receptionDayId);
  if (day.revision !== input.revision) throw new Conflict('RECEPTION_DAY_CHANGED', { field: 'revision' });
  if (day.calledOffOn) throw new RuleBroken('RECEPTION_DAY_CALLED_OFF', { field: 'receptionDayId' });
  if (day.date < today) throw new RuleBroken('RECEPTION_DAY_PAST', { field: 'receptionDayId' });
  await checkSubstitute(day, input.leaderId, context);
  const { leaderId: removed, date, halfDay } = day;
  em.persist(handOver(day, { toLeaderId: input.leaderId, reason }, context));
  em.persist(notice({ staffId: removed, kind: 'REMOVED', date, halfDay }, context));
  em.persist(notice({ staffId: input.leaderId, kind: 'ADDED', date, halfDay }, context));
  tickets.substitutionsOf.clear(day.id);
  const facts = { fromLeaderId: removed, toLeaderId: input.leaderId };
  await auditChange(context, { action: 'SUBSTITUTE_LEADER', subjectType: 'ReceptionDay', subjectId: day.id, facts });
  await em.flush();
  await context.announce('hallChanged');
  return day;
}

async function checkSubstitute(
  day: ReceptionDay,
  leaderId: string,
  { people, rotas, receptions, recusals, tickets }: Context,
): Promise<void> {
  if (leaderId === day.leaderId) throw new Invalid('LEADER_SAME', { field: 'leaderId' });
  if (!(await people.staffMember(leaderId))) throw new NotFound('STAFF_NOT_FOUND', { field: 'leaderId' });
  const date = day.date as LocalDate;
  if ((await rotas.absences({ from: date, to: date })).has(leaderId)) {
    throw new RuleBroken('LEADER_AWAY', { field: 'leaderId' });
  }
  const sameTime = (await receptions.onDates([date])).filter((one) => one.halfDay === day.halfDay);
  if (sameTime.some((one) => one.leaderId === leaderId)) throw new RuleBroken('LEADER_ON_DUTY', { field: 'leaderId' });
  const coming = (await tickets.ofDay.load(day.id)).filter(({ state }) => isOpen(state as TicketState));
  await recusals.requireFree(
    [leaderId],
    coming.map(({ petitionId }) => petitionId),
    'leaderId',
  );
}
