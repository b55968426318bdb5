import { NotFound, RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { type ClockSubject, recordClockEvent } from '../clock/record-clock-event.ts';
import type { Context } from '../context.ts';
import type { Matter } from '../matter/matter.entity.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { type Seen, settleMatter } from '../petition/triage-petition.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import { begin, finish } from './course-step.ts';

/** Into which petition’s matter, and why. */
export interface Merging {
  readonly intoNumber: string;
  readonly reason: string;
}

/**
 * Several matters turn out to be one. Every petition keeps its own seven days and its sender a pointer; the answer is
 * owed by the earlier day of the two, so that nobody waits longer for it than before. All move or none: who does not see
 * every one of them cannot merge.
 */
export async function mergeMatters(seen: Seen, { intoNumber, reason }: Merging, context: Context): Promise<Petition> {
  const { petitions, today } = context;
  const { petition, matter } = await begin('MERGE', seen, context);
  const target = await petitions.numbered(intoNumber);
  if (!target) throw new NotFound('PETITION_NOT_FOUND', { field: 'intoNumber' });
  if (target.matterId === petition.matterId) throw new RuleBroken('MATTER_IS_THE_SAME', { field: 'intoNumber' });
  const into = await petitions.changeMatterOf(target);
  checkTarget(into);
  const hidden = await petitions.hiddenOf(matter);
  if (hidden > 0) throw new RuleBroken('MATTER_PARTLY_HIDDEN', { field: 'intoNumber', hidden });
  const moved = await petitions.ofMatter(matter);
  await endClocks({ petition, matter }, context);
  for (const one of moved) {
    const locked = await petitions.change(one.id, null);
    locked.moveTo(into.id, today);
    recordEntry(locked, { kind: 'MATTERS_MERGED', facts: { into: target.number }, detail: null }, context);
  }
  matter.mergeInto(into);
  await context.em.flush();
  await keepEarlier({ petition: target, matter: into }, matter.openedOn as LocalDate, context);
  await settleMatter(target, into, context);
  recordEntry(target, { kind: 'MATTERS_MERGED', facts: { from: petition.number } }, context);
  return finish(petition, { kind: 'MATTERS_JOINED', facts: { into: target.number }, reason }, context);
}

function checkTarget({ state }: Matter): void {
  if (state === 'ANSWERED' || state === 'ARCHIVED' || state === 'MERGED') {
    throw new RuleBroken('MATTER_IN_HAND_NEEDED', { field: 'intoNumber' });
  }
}

async function endClocks(about: { petition: Petition; matter: Matter }, context: Context): Promise<void> {
  const { matter } = about;
  const withdrawn = { type: 'WITHDRAWN', on: context.today } as const;
  if (matter.followUpDueOn) await recordClockEvent({ clock: 'FOLLOW_UP', ...about }, withdrawn, context);
  if (matter.substantiveStartedOn) await recordClockEvent({ clock: 'SUBSTANTIVE', ...about }, withdrawn, context);
}

/** The promise given first holds for both. */
async function keepEarlier(
  about: { petition: Petition; matter: Matter },
  openedOn: LocalDate,
  context: Context,
): Promise<void> {
  const { matter } = about;
  if (openedOn >= matter.openedOn) return;
  matter.openedOn = openedOn;
  if (!matter.substantiveStartedOn || matter.substantiveStoppedOn) return;
  const subject: ClockSubject = { clock: 'SUBSTANTIVE', ...about };
  await recordClockEvent(subject, { type: 'STARTED', on: openedOn }, context);
}
