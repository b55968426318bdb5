import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Staff } from '../staff/staff.entity.ts';
import { StaffType } from '../staff/staff.type.ts';
import { slotOf, slotsOfDay } from '../ticket/book-reception.ts';
import { isOpen, type TicketState } from '../ticket/rules/ticket-state.ts';
import type { Ticket } from '../ticket/ticket.entity.ts';
import { ReceptionDayPayload, SubstituteLeaderInput } from '../ticket/ticket.inputs.ts';
import { QueuedNumber, ReceptionSlot, SubstitutionType, TicketType } from '../ticket/ticket.type.ts';
import type { ReceptionDay } from './reception-day.entity.ts';
import { ReceptionDayType } from './reception-day.type.ts';
import { substituteLeader } from './substitute-leader.ts';
import type { Substitution } from './substitution.entity.ts';

/** Who the hall calls out: what is over or never was is not. */
const SHOWN = new Set(['BOOKED', 'ARRIVED', 'CALLED']);

@Resolver(() => ReceptionDayType)
export class ReceptionDeskResolver {
  @Query(() => ReceptionDayType, { nullable: true })
  receptionDay(@Arg('id', () => ID) id: string, @Ctx() { receptions }: Context): Promise<ReceptionDay | null> {
    return receptions.find(id);
  }

  @Mutation(() => ReceptionDayPayload, {
    description: 'The day stays the same day; `tickets { mustBeTold }` says who is to be told.',
  })
  async substituteLeader(
    @Arg('input', () => SubstituteLeaderInput) input: SubstituteLeaderInput,
    @Ctx() context: Context,
  ): Promise<{ receptionDay: ReceptionDay }> {
    return { receptionDay: await substituteLeader(input, context) };
  }

  @FieldResolver(() => [ReceptionSlot], { description: 'The half-day as it is cut into appointments.' })
  async slots(@Root() day: ReceptionDay, @Ctx() context: Context): Promise<ReceptionSlot[]> {
    const booked = await context.tickets.ofDay.load(day.id);
    const taken = new Set(booked.filter(({ state }) => state !== 'CANCELLED').map((ticket) => slotOf(ticket).from));
    return (await slotsOfDay(day, context)).map((slot) => ({ ...slot, taken: taken.has(slot.from) }));
  }

  @FieldResolver(() => [TicketType], { description: 'By number.' })
  tickets(@Root() { id }: ReceptionDay, @Ctx() { tickets }: Context): Promise<Ticket[]> {
    return tickets.ofDay.load(id);
  }

  @FieldResolver(() => [QueuedNumber], { description: 'For the screen in the hall: numbers only, by time.' })
  async queue(@Root() { id }: ReceptionDay, @Ctx() { tickets }: Context): Promise<QueuedNumber[]> {
    const shown = (await tickets.ofDay.load(id)).filter(({ state }) => SHOWN.has(state));
    const queue = shown.map((ticket) => ({
      number: ticket.number,
      state: ticket.state as TicketState,
      from: slotOf(ticket).from,
    }));
    return queue.sort((one, other) => (one.from < other.from ? -1 : 1));
  }

  @FieldResolver(() => Int, { description: 'Numbers somebody is still to be received with.' })
  async openTicketCount(@Root() { id }: ReceptionDay, @Ctx() { tickets }: Context): Promise<number> {
    return (await tickets.ofDay.load(id)).filter(({ state }) => isOpen(state as TicketState)).length;
  }

  @FieldResolver(() => [SubstitutionType], { description: 'In the order they were decided.' })
  substitutions(@Root() { id }: ReceptionDay, @Ctx() { tickets }: Context): Promise<Substitution[]> {
    return tickets.substitutionsOf.load(id);
  }
}

@Resolver(() => SubstitutionType)
export class SubstitutionResolver {
  @FieldResolver(() => StaffType)
  from(@Root() { fromLeaderId }: Substitution, @Ctx() { people }: Context): Promise<Staff | null> {
    return people.staffMember(fromLeaderId);
  }

  @FieldResolver(() => StaffType)
  to(@Root() { toLeaderId }: Substitution, @Ctx() { people }: Context): Promise<Staff | null> {
    return people.staffMember(toLeaderId);
  }
}
