import { authorize, Invalid } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Lawyer } from '../lawyer/lawyer.entity.ts';
import { canSetAvailability } from '../lawyer/lawyer.policy.ts';
import type { AddDatedAvailabilityInput, ImportAvailabilityInput } from './availability.type.ts';
import { DatedAvailability } from './dated-availability.entity.ts';
import { fromSlots, type WeeklySlot } from './rules/availability.ts';
import { type BusyDays, busyDays } from './rules/busy-days.ts';

/** Characters. */
const NOTE_MAX = 100;
const CALENDAR_MAX = 1_000_000;

/** The whole week; half-days that are not named are available. */
export async function setWeeklyAvailability(
  lawyerId: string,
  slots: readonly WeeklySlot[],
  context: Context,
): Promise<Lawyer> {
  const lawyer = await changeable(lawyerId, context);
  lawyer.weeklyAvailability = fromSlots(slots);
  await context.em.flush();
  await audit('SET_WEEKLY_AVAILABILITY', lawyerId, {}, context);
  return lawyer;
}

export async function addDatedAvailability(input: AddDatedAvailabilityInput, context: Context): Promise<Lawyer> {
  const { em, now, lawyers, today } = context;
  const lawyer = await changeable(input.lawyerId, context);
  const { startsOn, endsOn, level, halfDay = null } = input;
  if (endsOn < startsOn) throw new Invalid('PERIOD_REVERSED', { field: 'endsOn' });
  if (endsOn < today) throw new Invalid('AVAILABILITY_IN_THE_PAST', { field: 'endsOn' });
  const note = input.note == null ? null : cleanText(input.note, { field: 'note', max: NOTE_MAX }) || null;
  const { id: lawyerId, institutionId } = lawyer;
  em.create(DatedAvailability, { id: newId(now), institutionId, lawyerId, startsOn, endsOn, halfDay, level, note });
  await em.flush();
  lawyers.forget(lawyerId);
  await audit('ADD_DATED_AVAILABILITY', lawyerId, { startsOn, endsOn, halfDay, level }, context);
  return lawyer;
}

export async function removeDatedAvailability(id: string, context: Context): Promise<Lawyer> {
  const { em, lawyers } = context;
  const dated = await lawyers.dated(id);
  const lawyer = await changeable(dated.lawyerId, context);
  const { startsOn, endsOn, halfDay = null, level } = dated;
  await em.remove(dated).flush();
  lawyers.forget(lawyer.id);
  await audit('REMOVE_DATED_AVAILABILITY', lawyer.id, { startsOn, endsOn, halfDay, level }, context);
  return lawyer;
}

/** What an import takes over, or would. */
interface Import {
  readonly taken: readonly BusyDays[];
  readonly known: number;
  readonly skipped: number;
}

/** Importing the same file again takes nothing over a second time. */
export async function importAvailability(input: ImportAvailabilityInput, context: Context): Promise<Import> {
  const { em, now, lawyers, today } = context;
  const { id: lawyerId, institutionId } = await changeable(input.lawyerId, context);
  if (input.calendar.length > CALENDAR_MAX) {
    throw new Invalid('CALENDAR_FILE_TOO_LONG', { field: 'calendar', max: CALENDAR_MAX });
  }
  const { days, skipped } = busyDays(input.calendar, today);
  const known = new Set((await lawyers.datedOf(lawyerId)).map(({ sourceUid, ...said }) => keyOf(sourceUid, said)));
  const taken = days.filter(({ uid, ...said }) => !known.has(keyOf(uid, said)));
  if (!input.dryRun) {
    for (const { uid: sourceUid, startsOn, endsOn, halfDay } of taken) {
      const said = { startsOn, endsOn, halfDay, level: 'UNAVAILABLE', sourceUid };
      em.create(DatedAvailability, { id: newId(now), institutionId, lawyerId, ...said });
    }
    await em.flush();
    lawyers.forget(lawyerId);
    await audit('IMPORT_AVAILABILITY', lawyerId, { taken: taken.length, skipped }, context);
  }
  return { taken, known: days.length - taken.length, skipped };
}

function keyOf(uid: string | null | undefined, said: { startsOn: string; halfDay?: string | null }): string {
  return `${uid ?? ''}/${said.startsOn}/${said.halfDay ?? ''}`;
}

async function changeable(lawyerId: string, { lawyers, viewer }: Context): Promise<Lawyer> {
  const lawyer = await lawyers.change(lawyerId, null);
  authorize(canSetAvailability(viewer, lawyer.id));
  return lawyer;
}

async function audit(
  action: string,
  subjectId: string,
  facts: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<void> {
  await auditChange(context, { action, subjectType: 'Lawyer', subjectId, facts });
}
