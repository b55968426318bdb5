import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { PetitionRef } from '../refs/petition.ts';
import type { Ticket } from './ticket.entity.ts';
import { TicketType } from './ticket.type.ts';

@Resolver(() => PetitionRef)
export class PetitionTicketsResolver {
  @FieldResolver(() => [TicketType], { description: 'Numbers with a leader booked for it, earliest first.' })
  receptionTickets(@Root() { id }: PetitionRef, @Ctx() { tickets }: Context): Promise<Ticket[]> {
    return tickets.ofPetition.load(id);
  }
}

@Resolver(() => TicketType)
export class TicketPetitionResolver {
  @FieldResolver(() => PetitionRef, { nullable: true, description: 'What the visitor comes about, where it is known.' })
  petition(@Root() { petitionId }: Ticket): PetitionRef | null {
    return petitionId ? { id: petitionId } : null;
  }
}
