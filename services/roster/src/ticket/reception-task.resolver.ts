import { authorize } from '@everyletter/kit/errors';
import { cleanText } from '@everyletter/kit/text';
import { hasRole } from '@everyletter/kit/viewer';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Department } from '../department/department.entity.ts';
import { DepartmentType } from '../department/department.type.ts';
import type { Staff } from '../staff/staff.entity.ts';
import { StaffType } from '../staff/staff.type.ts';
import type { ReceptionTask, Ticket } from './ticket.entity.ts';
import { ReceptionTaskPayload, ReportReceptionTaskInput } from './ticket.inputs.ts';
import { ReceptionTaskType, TicketType } from './ticket.type.ts';

/** Characters. */
const REPORT_MAX = 2000;

@Resolver(() => ReceptionTaskType)
export class ReceptionTaskResolver {
  @Query(() => [ReceptionTaskType], { description: 'What the viewer gave out as a leader, open ones first.' })
  async myReceptionTasks(@Ctx() { tickets, viewer }: Context): Promise<ReceptionTask[]> {
    return viewer.staffId ? tickets.tasksOfLeader(viewer.staffId) : [];
  }

  @Mutation(() => ReceptionTaskPayload, { description: 'By the department that was given it, or the desk.' })
  async reportReceptionTask(
    @Arg('input', () => ReportReceptionTaskInput) { id, version, report }: ReportReceptionTaskInput,
    @Ctx() context: Context,
  ): Promise<{ receptionTask: ReceptionTask }> {
    const { tickets, viewer, today, options, em } = context;
    const task = await tickets.changeTask(id, version);
    authorize(viewer.departmentIds.includes(task.departmentId) || hasRole(viewer, 'CLERK', 'LEADER'));
    const text = cleanText(report, { field: 'report', min: 1, max: REPORT_MAX });
    const ticket = await tickets.change(task.ticketId, null);
    task.reportSealed = ticket.sealText(text, `reception_task.report:${id}`, options.keys);
    task.reportedById = viewer.staffId as string;
    task.reportedOn = today;
    await auditChange(context, { action: 'REPORT_TASK', subjectType: 'ReceptionTask', subjectId: id, facts: {} });
    await em.flush();
    return { receptionTask: task };
  }

  @FieldResolver(() => String)
  async content(@Root() task: ReceptionTask, @Ctx() { tickets, options }: Context): Promise<string> {
    const ticket = (await tickets.ticket.load(task.ticketId)) as Ticket;
    return ticket.openText(task.contentSealed, `reception_task.content:${task.id}`, options.keys);
  }

  @FieldResolver(() => String, { nullable: true })
  async report(@Root() task: ReceptionTask, @Ctx() { tickets, options }: Context): Promise<string | null> {
    if (!task.reportSealed) return null;
    const ticket = (await tickets.ticket.load(task.ticketId)) as Ticket;
    return ticket.openText(task.reportSealed, `reception_task.report:${task.id}`, options.keys);
  }

  @FieldResolver(() => Boolean, { description: 'Its day is past and nothing was reported.' })
  isOverdue(@Root() { dueOn, reportedOn }: ReceptionTask, @Ctx() { today }: Context): boolean {
    return !reportedOn && dueOn < today;
  }

  @FieldResolver(() => DepartmentType)
  department(@Root() { departmentId }: ReceptionTask, @Ctx() { people }: Context): Promise<Department | null> {
    return people.department(departmentId);
  }

  @FieldResolver(() => StaffType, { description: 'To whom it is reported.' })
  leader(@Root() { leaderId }: ReceptionTask, @Ctx() { people }: Context): Promise<Staff | null> {
    return people.staffMember(leaderId);
  }

  @FieldResolver(() => TicketType)
  ticket(@Root() { ticketId }: ReceptionTask, @Ctx() { tickets }: Context): Promise<Ticket | null> {
    return tickets.ticket.load(ticketId);
  }
}
