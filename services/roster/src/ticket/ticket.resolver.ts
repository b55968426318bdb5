import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { ReceptionDay } from '../reception-day/reception-day.entity.ts';
import { ReceptionDayType } from '../reception-day/reception-day.type.ts';
import type { Staff } from '../staff/staff.entity.ts';
import { StaffType } from '../staff/staff.type.ts';
import { bookReception, slotOf } from './book-reception.ts';
import { recordReception } from './record-reception.ts';
import { maskName, maskPhone } from './rules/masking.ts';
import { nextStates, TicketState } from './rules/ticket-state.ts';
import type { ReceptionTask, Ticket } from './ticket.entity.ts';
import {
  BookReceptionInput,
  MarkTicketToldInput,
  MoveTicketInput,
  RecordReceptionInput,
  RevealVisitorInput,
  RevealVisitorPayload,
  TicketKind,
  TicketPayload,
} from './ticket.inputs.ts';
import { ReceptionTaskType, TicketType } from './ticket.type.ts';

interface Payload {
  readonly ticket: Ticket;
  readonly receptionDay: ReceptionDay;
}

@Resolver(() => TicketType)
export class TicketResolver {
  @Mutation(() => TicketPayload)
  async bookReception(
    @Arg('input', () => BookReceptionInput) input: BookReceptionInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    return withDay(await bookReception(input, context), context);
  }

  @Mutation(() => TicketPayload, { description: 'Arrived, called in, done; not come; cancelled.' })
  async moveTicket(
    @Arg('input', () => MoveTicketInput) { id, version, state }: MoveTicketInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    const ticket = await context.tickets.change(id, version);
    ticket.step(state, context.now);
    const facts = { state, number: ticket.number };
    await auditChange(context, { action: 'MOVE_TICKET', subjectType: 'ReceptionTicket', subjectId: id, facts });
    await context.em.flush();
    await context.announce('hallChanged');
    return withDay(ticket, context);
  }

  @Mutation(() => TicketPayload, { description: 'The visitor was told of the last substitution.' })
  async markTicketTold(
    @Arg('input', () => MarkTicketToldInput) { id }: MarkTicketToldInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    const ticket = await context.tickets.change(id, null);
    const substitutions = await context.tickets.substitutionsOf.load(ticket.receptionDayId);
    ticket.toldSubstitutionId = substitutions.at(-1)?.id ?? null;
    await auditChange(context, { action: 'TELL_VISITOR', subjectType: 'ReceptionTicket', subjectId: id, facts: {} });
    await context.em.flush();
    return withDay(ticket, context);
  }

  @Mutation(() => RevealVisitorPayload)
  async revealVisitor(
    @Arg('input', () => RevealVisitorInput) { id }: RevealVisitorInput,
    @Ctx() context: Context,
  ): Promise<RevealVisitorPayload> {
    const ticket = await context.tickets.change(id, null);
    await auditChange(context, { action: 'REVEAL_VISITOR', subjectType: 'ReceptionTicket', subjectId: id, facts: {} });
    const { keys } = context.options;
    return { ticketId: id, name: ticket.nameIn(keys), phone: ticket.phoneIn(keys) };
  }

  @Mutation(() => TicketPayload, { description: 'What was said, and what departments are to do; the visit is done.' })
  async recordReception(
    @Arg('input', () => RecordReceptionInput) input: RecordReceptionInput,
    @Ctx() context: Context,
  ): Promise<Payload> {
    return withDay(await recordReception(input, context), context);
  }

  @FieldResolver(() => TicketKind)
  kind(@Root() { kind }: Ticket): string {
    return kind;
  }

  @FieldResolver(() => String, { description: '`HH:MM`' })
  from(@Root() ticket: Ticket): string {
    return slotOf(ticket).from;
  }

  @FieldResolver(() => ReceptionDayType)
  receptionDay(@Root() { receptionDayId }: Ticket, @Ctx() { receptions }: Context): Promise<ReceptionDay | null> {
    return receptions.find(receptionDayId);
  }

  @FieldResolver(() => String, { description: 'Masked.' })
  visitorName(@Root() ticket: Ticket, @Ctx() { options }: Context): string {
    return maskName(ticket.nameIn(options.keys));
  }

  @FieldResolver(() => String, { nullable: true, description: 'Masked.' })
  visitorPhone(@Root() ticket: Ticket, @Ctx() { options }: Context): string | null {
    const phone = ticket.phoneIn(options.keys);
    return phone === null ? null : maskPhone(phone);
  }

  @FieldResolver(() => StaffType, { nullable: true })
  bookedBy(@Root() { bookedById }: Ticket, @Ctx() { people }: Context): Promise<Staff | null> {
    return people.staffMember(bookedById);
  }

  @FieldResolver(() => [TicketState], { description: 'What the desk may do with it next.' })
  nextStates(@Root() { state }: Ticket): readonly TicketState[] {
    return nextStates(state as TicketState);
  }

  @FieldResolver(() => Boolean, {
    description: 'Another leader will receive than when it was booked, and nobody told them.',
  })
  async mustBeTold(@Root() ticket: Ticket, @Ctx() { tickets }: Context): Promise<boolean> {
    const last = (await tickets.substitutionsOf.load(ticket.receptionDayId)).at(-1);
    if (!last || ticket.state !== 'BOOKED') return false;
    // Ids sort by the time they were made.
    return last.id > ticket.id && ticket.toldSubstitutionId !== last.id;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What was said; null until it is written down.' })
  async record(@Root() ticket: Ticket, @Ctx() { tickets, options }: Context): Promise<string | null> {
    const record = await tickets.recordOf.load(ticket.id);
    if (!record) return null;
    return ticket.openText(record.contentSealed, `reception_record.content:${record.id}`, options.keys);
  }

  @FieldResolver(() => [ReceptionTaskType])
  tasks(@Root() { id }: Ticket, @Ctx() { tickets }: Context): Promise<ReceptionTask[]> {
    return tickets.tasksOf.load(id);
  }
}

async function withDay(ticket: Ticket, { receptions }: Context): Promise<Payload> {
  return { ticket, receptionDay: await receptions.get(ticket.receptionDayId) };
}
