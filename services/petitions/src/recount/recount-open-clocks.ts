import { type ClockSubject, recordClockEvent } from '../clock/record-clock-event.ts';
import type { Context } from '../context.ts';
import type { TermsInForce } from '../policy-pack/terms.repository.ts';
import type { OpenClock, Outdated } from './open-clocks.repository.ts';

/** Clocks a step counts again in its transaction. */
const CLOCKS_A_STEP = 50;

/**
 * One step of counting every running clock again, each with its event, and with a line in the timeline and the audit
 * when its day moves. What was counted is no longer outdated, so that a step may be done twice or be cut short. Answers
 * whether there is more to do.
 */
export async function recountStep(outdated: Outdated, context: Context): Promise<boolean> {
  const { openClocks, em } = context;
  const found = await openClocks.stretch(outdated, CLOCKS_A_STEP);
  for (const clock of found) await recountOne(clock, outdated, context);
  await em.flush();
  return found.length === CLOCKS_A_STEP;
}

async function recountOne(open: OpenClock, outdated: Outdated, context: Context): Promise<void> {
  const terms = await termsFor(open, outdated, context);
  const subject = await subjectOf(open, context);
  await recordClockEvent(subject, { type: 'RECOUNTED', on: context.today }, context, terms);
}

/** A new calendar keeps the pack of the clock; a new pack is counted by the calendar in force. */
async function termsFor(open: OpenClock, { policyVersion }: Outdated, { terms }: Context): Promise<TermsInForce> {
  const { calendar } = await terms.current();
  const version = policyVersion ?? open.policyVersion;
  const { pack } = await terms.of({ policyVersion: version, calendarVersion: calendar.version });
  return { pack, calendar };
}

async function subjectOf({ clock, petitionId }: OpenClock, { petitions }: Context): Promise<ClockSubject> {
  const petition = await petitions.change(petitionId, null);
  if (clock !== 'SUBSTANTIVE' && clock !== 'FOLLOW_UP') return { clock, petition };
  return { clock, petition, matter: await petitions.changeMatterOf(petition) };
}
