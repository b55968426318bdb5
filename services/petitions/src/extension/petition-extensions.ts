import type { LocalDate } from '@everyletter/kit/time';
import { foldClock } from '../clock/rules/clock.ts';
import type { Context } from '../context.ts';
import type { Matter } from '../matter/matter.entity.ts';
import type { Petition } from '../petition/petition.entity.ts';
import type { Extension } from './extension.entity.ts';
import { canRequestExtension } from './extension.policy.ts';
import { extensionStanding } from './request-extension.ts';
import { monthsLeft } from './rules/extension.ts';

/** The day the answer would fall due; of a decided request what it came to. */
export async function dueOnIfGranted(extension: Extension, context: Context): Promise<string | null> {
  if (extension.state !== 'REQUESTED') return extension.dueOnAfter ?? null;
  const { clocks, terms, petitions, today } = context;
  const matter = (await petitions.matter(extension.matterId)) as Matter;
  const events = (await clocks.eventsOf(matter.id, 'SUBSTANTIVE')).map((event) => event.asEvent());
  const extended = { type: 'EXTENDED', on: today, months: extension.months } as const;
  return foldClock('SUBSTANTIVE', [...events, extended], await terms.of(matter)).dueOn;
}

/** How many months the viewer may still ask for; 0 when it is not theirs to ask, or too late, or used up. */
export async function monthsToAskFor(petition: Petition, context: Context): Promise<number> {
  const { petitions, terms, viewer } = context;
  if (!canRequestExtension(viewer, petition)) return 0;
  const matter = await petitions.matterOf(petition);
  const { dueOn, startedOn, stoppedOn, isAsked, granted, today } = await extensionStanding(matter, context);
  const isOver = !startedOn || !dueOn || stoppedOn !== null || today > (dueOn as LocalDate);
  if (isOver || isAsked) return 0;
  return monthsLeft(granted, (await terms.of(matter)).pack.extension);
}
