import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ClockType } from '../clock/clock.type.ts';
import { proceduralClock, type ShownClock, substantiveClock } from '../clock/stored-clock.ts';
import type { Context } from '../context.ts';
import type { Matter } from '../matter/matter.entity.ts';
import { MatterType } from '../matter/matter.type.ts';
import { type MaskedCard, maskedCard } from '../petitioner/masked-card.ts';
import { PetitionerType } from '../petitioner/petitioner.type.ts';
import { DepartmentRef } from '../refs/department.ts';
import { InstitutionRef } from '../refs/institution.ts';
import { StaffRef } from '../refs/staff.ts';
import type { TimelineEntry } from '../timeline/timeline-entry.entity.ts';
import { TimelineEntryType } from '../timeline/timeline-entry.type.ts';
import type { Petition } from './petition.entity.ts';
import { PetitionType } from './petition.type.ts';

@Resolver(() => PetitionType)
export class PetitionResolver {
  @Query(() => PetitionType, { nullable: true })
  petition(@Arg('id', () => ID) id: string, @Ctx() { petitions }: Context): Promise<Petition | null> {
    return petitions.find(id);
  }

  @FieldResolver(() => InstitutionRef)
  institution(@Root() { institutionId }: Petition): InstitutionRef {
    return { id: institutionId };
  }

  @FieldResolver(() => DepartmentRef)
  receivingDepartment(@Root() { receivingDepartmentId }: Petition): DepartmentRef {
    return { id: receivingDepartmentId };
  }

  @FieldResolver(() => DepartmentRef, { nullable: true })
  handlingDepartment(@Root() { handlingDepartmentId }: Petition): DepartmentRef | null {
    return handlingDepartmentId ? { id: handlingDepartmentId } : null;
  }

  @FieldResolver(() => StaffRef, { nullable: true })
  handler(@Root() { handlerId }: Petition): StaffRef | null {
    return handlerId ? { id: handlerId } : null;
  }

  @FieldResolver(() => MatterType)
  matter(@Root() petition: Petition, @Ctx() { petitions }: Context): Promise<Matter | null> {
    return petitions.matterOf(petition);
  }

  @FieldResolver(() => PetitionerType)
  petitioner(@Root() petition: Petition, @Ctx() { options }: Context): MaskedCard {
    return maskedCard(petition, options.keys);
  }

  @FieldResolver(() => ClockType)
  async proceduralClock(@Root() petition: Petition, @Ctx() { terms, today }: Context): Promise<ShownClock> {
    return proceduralClock(petition, today, (await terms.current()).pack);
  }

  @FieldResolver(() => ClockType, { description: 'The matter’s clock: shared by every petition about the same thing.' })
  async substantiveClock(
    @Root() petition: Petition,
    @Ctx() { petitions, terms, today }: Context,
  ): Promise<ShownClock | null> {
    const matter = await petitions.matterOf(petition);
    return matter && substantiveClock(matter, today, (await terms.current()).pack);
  }

  @FieldResolver(() => [TimelineEntryType], { description: 'Oldest first.' })
  timeline(@Root() petition: Petition, @Ctx() { petitions }: Context): Promise<TimelineEntry[]> {
    return petitions.timelineOf(petition);
  }
}
