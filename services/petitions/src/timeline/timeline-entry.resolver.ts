import { FieldResolver, Resolver, Root } from 'type-graphql';
import { PhraseType } from '../clock/clock.type.ts';
import { StaffRef } from '../refs/staff.ts';
import { type TimelineKind, timelineWords } from './rules/timeline-words.ts';
import type { TimelineEntry } from './timeline-entry.entity.ts';
import { TimelineEntryType } from './timeline-entry.type.ts';

@Resolver(() => TimelineEntryType)
export class TimelineEntryResolver {
  @FieldResolver(() => StaffRef, { nullable: true, description: 'Null when it came from outside or from a job.' })
  actor(@Root() { actorId }: TimelineEntry): StaffRef | null {
    return actorId ? { id: actorId } : null;
  }

  @FieldResolver(() => PhraseType)
  words(@Root() { kind }: TimelineEntry): PhraseType {
    return timelineWords(kind as TimelineKind);
  }
}
