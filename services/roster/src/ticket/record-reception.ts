import { Invalid, NotFound, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { ReceptionRecord, ReceptionTask, type Ticket } from './ticket.entity.ts';
import type { RecordReceptionInput, RecordReceptionTaskInput } from './ticket.inputs.ts';

/** Characters. */
const CONTENT_MAX = 5000;
const TASK_MAX = 500;
const MOST_TASKS = 10;

/**
 * Written once, after the leader called the visitor in; what it gives departments to do comes back to that leader.
 * @throws RuleBroken `TICKET_NOT_CALLED`, `RECEPTION_RECORDED`; Invalid `TASKS_TOO_MANY`, `TASK_DUE_IN_PAST`; NotFound `DEPARTMENT_NOT_FOUND`
 */
export async function recordReception(input: RecordReceptionInput, context: Context): Promise<Ticket> {
  const { em, tickets, receptions, viewer, now, options } = context;
  const ticket = await tickets.change(input.ticketId, null);
  const content = cleanText(input.content, { field: 'content', min: 1, max: CONTENT_MAX });
  if (ticket.state !== 'CALLED' && ticket.state !== 'DONE') {
    throw new RuleBroken('TICKET_NOT_CALLED', { field: 'ticketId', state: ticket.state });
  }
  if (await tickets.recordOf.load(ticket.id)) throw new RuleBroken('RECEPTION_RECORDED', { field: 'ticketId' });
  if (input.tasks.length > MOST_TASKS) throw new Invalid('TASKS_TOO_MANY', { field: 'tasks', most: MOST_TASKS });
  const { leaderId } = await receptions.get(ticket.receptionDayId);
  const id = newId(now);
  const contentSealed = ticket.sealText(content, `reception_record.content:${id}`, options.keys);
  const { institutionId } = viewer;
  const recordedById = viewer.staffId as string;
  em.persist(
    em.create(ReceptionRecord, {
      id,
      institutionId,
      ticketId: ticket.id,
      contentSealed,
      recordedById,
      recordedAt: now,
    }),
  );
  for (const task of input.tasks) em.persist(await newTask(task, { ticket, leaderId }, context));
  if (ticket.state === 'CALLED') ticket.step('DONE', now);
  tickets.recordOf.clear(ticket.id);
  tickets.tasksOf.clear(ticket.id);
  const facts = { tasks: input.tasks.length };
  await auditChange(context, {
    action: 'RECORD_RECEPTION',
    subjectType: 'ReceptionTicket',
    subjectId: ticket.id,
    facts,
  });
  await em.flush();
  await context.announce('hallChanged');
  return ticket;
}

async function newTask(
  { departmentId, content, dueOn }: RecordReceptionTaskInput,
  { ticket, leaderId }: { readonly ticket: Ticket; readonly leaderId: string },
  { em, people, viewer, now, today, options }: Context,
): Promise<ReceptionTask> {
  if (!(await people.department(departmentId))) throw new NotFound('DEPARTMENT_NOT_FOUND', { field: 'tasks' });
  if (dueOn < today) throw new Invalid('TASK_DUE_IN_PAST', { field: 'tasks' });
  const id = newId(now);
  const text = cleanText(content, { field: 'tasks', min: 1, max: TASK_MAX });
  return em.create(ReceptionTask, {
    id,
    institutionId: viewer.institutionId,
    ticketId: ticket.id,
    leaderId,
    departmentId,
    contentSealed: ticket.sealText(text, `reception_task.content:${id}`, options.keys),
    dueOn,
    createdById: viewer.staffId as string,
    createdAt: now,
  });
}
