import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { ClockType } from '../clock/clock.type.ts';
import { followUpClock, type ShownClock, substantiveClock } from '../clock/stored-clock.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { PetitionType } from '../petition/petition.type.ts';
import type { Matter } from './matter.entity.ts';
import { MatterType } from './matter.type.ts';

@Resolver(() => MatterType)
export class MatterResolver {
  @FieldResolver(() => [PetitionType], { description: 'Those the viewer may see, in the order they were received.' })
  petitions(@Root() matter: Matter, @Ctx() { petitions }: Context): Promise<Petition[]> {
    return petitions.ofMatter(matter);
  }

  @FieldResolver(() => Int, { description: 'How many more there are that the viewer may not see.' })
  hiddenPetitions(@Root() matter: Matter, @Ctx() { petitions }: Context): Promise<number> {
    return petitions.hiddenOf(matter);
  }

  @FieldResolver(() => ClockType)
  async substantiveClock(@Root() matter: Matter, @Ctx() { terms, today }: Context): Promise<ShownClock> {
    return substantiveClock(matter, { today, terms: await terms.current() });
  }

  @FieldResolver(() => ClockType, {
    nullable: true,
    description: 'The monthly answer that is due next; null until one is owed.',
  })
  async followUpClock(@Root() matter: Matter, @Ctx() { terms, today }: Context): Promise<ShownClock | null> {
    return followUpClock(matter, { today, terms: await terms.current() });
  }
}
