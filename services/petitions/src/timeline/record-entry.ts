import { newId } from '@everyletter/kit/id';
import type { LocalDate } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import { type NoteHolder, sealNote } from '../petitioner/sealed-note.ts';
import type { TimelineKind } from './rules/timeline-words.ts';
import { TimelineEntry } from './timeline-entry.entity.ts';

/** What happened, for the petition's timeline. */
export interface Happening {
  readonly kind: TimelineKind;
  /** The civil day it counts for; today unless said otherwise. */
  readonly on?: LocalDate;
  readonly facts?: TimelineEntry['facts'];
  /** A person's own words; sealed, since they may name somebody. */
  readonly detail?: string | null;
}

/** Adds to the timeline with the next flush, in the name of the viewer. */
export function recordEntry(petition: NoteHolder, happening: Happening, context: Context): void {
  const { em, viewer, now, today, options } = context;
  const { kind, on = today, facts = {}, detail = null } = happening;
  const id = newId(now);
  const detailSealed = detail === null ? null : sealNote(detail, detailPlace(id), petition, options.keys);
  const { institutionId, id: petitionId } = petition;
  const entry = { id, institutionId, petitionId, kind, at: now, onDate: on, actorId: viewer.staffId, facts };
  em.persist(em.create(TimelineEntry, { ...entry, detailSealed }));
}

export function detailPlace(entryId: string): string {
  return `timeline_entry.detail:${entryId}`;
}
