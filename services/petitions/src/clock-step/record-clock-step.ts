import { authorize } from '@everyletter/kit/errors';
import { cleanText } from '@everyletter/kit/text';
import type { LocalDate } from '@everyletter/kit/time';
import { recordClockEvent } from '../clock/record-clock-event.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { canTriage, canWorkOn } from '../petition/petition.policy.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import type { TimelineKind } from '../timeline/rules/timeline-words.ts';
import type { RecordClockStepInput } from './clock-step.type.ts';
import { type ClockStep, checkStep, type StepStanding, stepsOpen } from './rules/clock-step.ts';

const WORDS_MAX = 2000;

const TOLD: Readonly<Record<ClockStep, TimelineKind>> = {
  MARK_URGENT: 'MARKED_URGENT',
  RECORD_URGENT_MEASURE: 'URGENT_HANDLED',
  OBJECT_TO_TRANSFER: 'TRANSFER_OBJECTED',
  RECORD_OBJECTION_ANSWER: 'OBJECTION_ANSWERED',
};

/** One step with its words: urgency and what was done about it, an objection and what the sender said. */
export async function recordClockStep(input: RecordClockStepInput, context: Context): Promise<Petition> {
  const { petitions, today, em } = context;
  const petition = await petitions.change(input.petitionId, null);
  authorize(mayTake(input.step, petition, context));
  const words = cleanText(input.words, { field: 'words', min: 1, max: WORDS_MAX });
  checkStep(input.step, await standingOf(petition, context));
  const agreed = input.step === 'RECORD_OBJECTION_ANSWER' ? (input.agreed ?? false) : null;
  recordEntry(petition, { kind: TOLD[input.step], facts: { agreed }, detail: words }, context);
  const urgent = { clock: 'URGENT', petition } as const;
  if (input.step === 'MARK_URGENT') await recordClockEvent(urgent, { type: 'STARTED', on: today }, context);
  if (input.step === 'RECORD_URGENT_MEASURE') await recordClockEvent(urgent, { type: 'STOPPED', on: today }, context);
  if (input.step === 'OBJECT_TO_TRANSFER') await endObjection(petition, context);
  await em.flush();
  return petition;
}

/** The steps the viewer may take now. */
export async function openSteps(petition: Petition, context: Context): Promise<ClockStep[]> {
  if (!canWorkOn(context.viewer, petition)) return [];
  const open = stepsOpen(await standingOf(petition, context));
  return open.filter((step) => mayTake(step, petition, context));
}

/** Accepting a petition, or objecting to it, ends the days in which one may object. */
export async function endObjection(petition: Petition, context: Context): Promise<void> {
  const own = await context.clocks.ofPetition(petition.id);
  const runs = own.some(({ clock, stoppedOn }) => clock === 'WRONG_TRANSFER_OBJECTION' && stoppedOn == null);
  const stop = { type: 'STOPPED', on: context.today } as const;
  if (runs) await recordClockEvent({ clock: 'WRONG_TRANSFER_OBJECTION', petition }, stop, context);
}

/** Objecting is for those who decide where a petition goes; the rest for whoever works on it. */
function mayTake(step: ClockStep, petition: Petition, { viewer }: Context): boolean {
  const decides = step === 'OBJECT_TO_TRANSFER' || step === 'RECORD_OBJECTION_ANSWER';
  return decides ? canTriage(viewer, petition) : canWorkOn(viewer, petition);
}

async function standingOf(petition: Petition, { clocks, petitions, today }: Context): Promise<StepStanding> {
  const [own, timeline] = await Promise.all([clocks.ofPetition(petition.id), petitions.timelineOf(petition)]);
  const urgent = own.find(({ clock }) => clock === 'URGENT');
  const objection = own.find(({ clock }) => clock === 'WRONG_TRANSFER_OBJECTION');
  const has = (told: TimelineKind) => timeline.some(({ kind }) => kind === told);
  return {
    isUrgent: urgent !== undefined && urgent.stoppedOn == null,
    objection: objection
      ? {
          dueOn: (objection.dueOn ?? null) as LocalDate | null,
          stoppedOn: (objection.stoppedOn ?? null) as LocalDate | null,
        }
      : null,
    hasObjected: has('TRANSFER_OBJECTED'),
    isObjectionAnswered: has('OBJECTION_ANSWERED'),
    isAccepted: petition.disposition === 'ACCEPTED',
    today,
  };
}
