import { PhraseType } from '@everyletter/kit/figures';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { openNote } from '../petitioner/sealed-note.ts';
import { DepartmentRef } from '../refs/department.ts';
import { StaffRef } from '../refs/staff.ts';
import { detailPlace } from './record-entry.ts';
import { type TimelineKind, timelineWords } from './rules/timeline-words.ts';
import type { TimelineEntry } from './timeline-entry.entity.ts';
import { TimelineEntryType } from './timeline-entry.type.ts';

@Resolver(() => TimelineEntryType)
export class TimelineEntryResolver {
  @FieldResolver(() => StaffRef, { nullable: true, description: 'Null when it came from outside or from a job.' })
  actor(@Root() { actorId }: TimelineEntry): StaffRef | null {
    return actorId ? { id: actorId } : null;
  }

  @FieldResolver(() => DepartmentRef, { nullable: true, description: 'Where it was assigned to.' })
  assignedTo(@Root() { facts: { departmentId } }: TimelineEntry): DepartmentRef | null {
    return departmentId ? { id: String(departmentId) } : null;
  }

  @FieldResolver(() => StaffRef, { nullable: true, description: 'The procurator it was given to.' })
  assignee(@Root() { facts: { handlerId } }: TimelineEntry): StaffRef | null {
    return handlerId ? { id: String(handlerId) } : null;
  }

  @FieldResolver(() => PhraseType)
  words(@Root() { kind, facts }: TimelineEntry): PhraseType {
    return timelineWords(kind as TimelineKind, facts);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What a colleague wrote about it, with the petitioner’s own data masked.',
  })
  async detail(
    @Root() { id, petitionId, detailSealed }: TimelineEntry,
    @Ctx() { petitions, options }: Context,
  ): Promise<string | null> {
    if (!detailSealed) return null;
    return openNote(detailSealed, detailPlace(id), await petitions.get(petitionId), options.keys);
  }
}
