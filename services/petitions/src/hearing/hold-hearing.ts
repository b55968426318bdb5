import { authorize } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import type { LocalDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { canWorkOn } from '../petition/petition.policy.ts';
import { sealNote } from '../petitioner/sealed-note.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import type { TimelineKind } from '../timeline/rules/timeline-words.ts';
import { HEARING_OFFICERS, HEARING_RECORD, Hearing } from './hearing.entity.ts';
import type { CallOffHearingInput, PlanHearingInput, RecordHearingInput } from './hearing.type.ts';
import { checkPlan, checkStart } from './rules/hearing.ts';

/** Characters. */
const PLACE_MAX = 100;
const NAME_MAX = 50;
const RECORD_MAX = 8000;
const REASON_MAX = 500;

/** Plans a hearing; the reply clocks run on. */
export async function planHearing(input: PlanHearingInput, context: Context): Promise<Petition> {
  const { petitions, terms, viewer, em, now, today, options } = context;
  const petition = await petitions.change(input.petitionId, null);
  authorize(canWorkOn(viewer, petition));
  const { kind, plannedOn, startsAt, noticedOn } = input;
  const officers = input.officers.map((name, at) =>
    cleanText(name, { field: `officers.${at}`, min: 1, max: NAME_MAX }),
  );
  checkStart(startsAt);
  checkPlan({ kind, plannedOn, noticedOn, officers }, (await terms.current()).pack.hearing, today);
  const id = newId(now);
  const { institutionId, id: petitionId } = petition;
  const hearing = em.create(Hearing, {
    ...{ id, institutionId, petitionId, kind, state: 'PLANNED', plannedOn, startsAt, noticedOn },
    place: cleanText(input.place, { field: 'place', min: 1, max: PLACE_MAX }),
    officerCount: officers.length,
    officersSealed: sealNote(JSON.stringify(officers), HEARING_OFFICERS(id), petition, options.keys),
    plannedById: viewer.staffId as string,
  });
  em.persist(hearing);
  return told(petition, { kind: 'HEARING_PLANNED', hearing, on: noticedOn, detail: null }, context);
}

/** Writes down what was said and held. */
export async function recordHearing(input: RecordHearingInput, context: Context): Promise<Petition> {
  const { hearing, petition } = await toChange(input.hearingId, context);
  const { heldOn, outcome } = input;
  const record = cleanText(input.record, { field: 'record', min: 10, max: RECORD_MAX });
  const recordSealed = sealNote(record, HEARING_RECORD(hearing.id), petition, context.options.keys);
  hearing.hold({ heldOn, outcome, recordSealed }, context.today);
  return told(petition, { kind: 'HEARING_HELD', hearing, on: heldOn, detail: null }, context);
}

export async function callOffHearing(input: CallOffHearingInput, context: Context): Promise<Petition> {
  const { hearing, petition } = await toChange(input.hearingId, context);
  const detail = cleanText(input.reason, { field: 'reason', min: 2, max: REASON_MAX });
  hearing.callOff(context.today);
  return told(petition, { kind: 'HEARING_CALLED_OFF', hearing, on: context.today, detail }, context);
}

async function toChange(hearingId: string, { hearings, petitions, viewer }: Context) {
  const hearing = await hearings.change(hearingId);
  const petition = await petitions.change(hearing.petitionId, null);
  authorize(canWorkOn(viewer, petition));
  return { hearing, petition };
}

interface Told {
  readonly kind: TimelineKind;
  readonly hearing: Hearing;
  readonly on: LocalDate;
  readonly detail: string | null;
}

async function told(petition: Petition, { kind, hearing, on, detail }: Told, context: Context): Promise<Petition> {
  const facts = { hearing: hearing.kind, heard: hearing.outcome ?? null, plannedOn: hearing.plannedOn };
  recordEntry(petition, { kind, on, facts, detail }, context);
  await auditChange(context, { action: kind, subjectType: 'Hearing', subjectId: hearing.id, facts });
  await context.em.flush();
  return petition;
}
