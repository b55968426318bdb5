import { PhraseType } from '@everyletter/kit/figures';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { ArchiveSearch } from '../archive-search/archive-search.entity.ts';
import { ArchiveSearchType } from '../archive-search/archive-search.type.ts';
import { ClockType } from '../clock/clock.type.ts';
import {
  followUpClock,
  petitionClock,
  proceduralClock,
  type ShownClock,
  substantiveClock,
} from '../clock/stored-clock.ts';
import type { ContactAttempt } from '../contact-attempt/contact-attempt.entity.ts';
import { ContactAttemptType } from '../contact-attempt/contact-attempt.type.ts';
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
import { NextActionType } from './next-action.type.ts';
import type { Petition } from './petition.entity.ts';
import { canTriage } from './petition.policy.ts';
import { PetitionType } from './petition.type.ts';
import { progressOf } from './petition-progress.ts';
import { type NextAction, nextAction } from './rules/next-action.ts';
import { type TrackReasonCode, trackReason } from './rules/track-reason.ts';
import { SuperiorOrderType } from './superior-order.type.ts';

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
  matter(@Root() petition: Petition, @Ctx() { petitions }: Context): Promise<Matter> {
    return petitions.matterOf(petition);
  }

  @FieldResolver(() => PetitionerType)
  petitioner(@Root() petition: Petition, @Ctx() { options }: Context): MaskedCard {
    return maskedCard(petition, options.keys);
  }

  @FieldResolver(() => PhraseType, { description: 'Why it is on its track.' })
  trackReason(@Root() { trackReasonCode, triageRule }: Petition): PhraseType {
    return trackReason(trackReasonCode as TrackReasonCode, triageRule ?? null);
  }

  @FieldResolver(() => PetitionType, { nullable: true, description: 'The earlier petition about the same thing.' })
  async repeatOf(@Root() { repeatOfId }: Petition, @Ctx() { petitions }: Context): Promise<Petition | null> {
    return repeatOfId ? petitions.find(repeatOfId) : null;
  }

  @FieldResolver(() => ClockType)
  async proceduralClock(@Root() petition: Petition, @Ctx() { terms, today }: Context): Promise<ShownClock> {
    return proceduralClock(petition, { today, terms: await terms.current() });
  }

  @FieldResolver(() => ClockType, { description: 'The matter’s clock: shared by every petition about the same thing.' })
  async substantiveClock(@Root() petition: Petition, @Ctx() { petitions, terms, today }: Context): Promise<ShownClock> {
    const matter = await petitions.matterOf(petition);
    return substantiveClock(matter, { today, terms: await terms.current() }, handledBy(petition));
  }

  @FieldResolver(() => [ClockType], { description: 'Every clock that counts for it, the shortest promise first.' })
  async clocks(@Root() petition: Petition, @Ctx() context: Context): Promise<ShownClock[]> {
    const { petitions, terms, today, clocks } = context;
    const [matter, own] = await Promise.all([petitions.matterOf(petition), clocks.ofPetition(petition.id)]);
    const reading = { today, terms: await terms.current() };
    const by = handledBy(petition);
    const monthly = followUpClock(matter, reading, by);
    const urgent = own.filter(({ clock }) => clock === 'URGENT');
    const others = own.filter(({ clock }) => clock !== 'URGENT');
    return [
      ...urgent.map((clock) => petitionClock(clock, petition, reading)),
      proceduralClock(petition, reading),
      substantiveClock(matter, reading, by),
      ...(monthly ? [monthly] : []),
      ...others.map((clock) => petitionClock(clock, petition, reading)),
    ];
  }

  @FieldResolver(() => SuperiorOrderType, { nullable: true })
  async superiorOrder(@Root() petition: Petition, @Ctx() context: Context): Promise<SuperiorOrderType | null> {
    const { superiorFrom, reportBackDueOn, superiorNumber, reportedOn } = petition;
    if (!superiorFrom) return null;
    const { clocks, terms, today } = context;
    const own = reportBackDueOn ? await clocks.ofPetition(petition.id) : [];
    const stored = own.find((one) => one.clock === 'SUPERIOR_REPORT');
    const clock = stored ? petitionClock(stored, petition, { today, terms: await terms.current() }) : null;
    const words = { number: superiorNumber ?? null, reportedOn: reportedOn ?? null };
    return { from: superiorFrom, reportBackDueOn: reportBackDueOn ?? null, ...words, clock };
  }

  @FieldResolver(() => NextActionType)
  async nextAction(@Root() petition: Petition, @Ctx() context: Context): Promise<NextAction> {
    return nextAction(await progressOf(petition, context));
  }

  @FieldResolver(() => [ArchiveSearchType], { description: 'Oldest first.' })
  archiveSearches(@Root() petition: Petition, @Ctx() { archiveSearches }: Context): Promise<ArchiveSearch[]> {
    return archiveSearches.of(petition);
  }

  @FieldResolver(() => [ContactAttemptType], { description: 'In the order they were written down.' })
  contactAttempts(@Root() petition: Petition, @Ctx() { contactAttempts }: Context): Promise<ContactAttempt[]> {
    return contactAttempts.of(petition);
  }

  @FieldResolver(() => Boolean)
  viewerCanTriage(@Root() petition: Petition, @Ctx() { viewer }: Context): boolean {
    return canTriage(viewer, petition);
  }

  @FieldResolver(() => [TimelineEntryType], { description: 'Oldest first.' })
  timeline(@Root() petition: Petition, @Ctx() { petitions }: Context): Promise<TimelineEntry[]> {
    return petitions.timelineOf(petition);
  }
}

function handledBy({ handlingDepartmentId }: Petition): string | null {
  return handlingDepartmentId ?? null;
}
