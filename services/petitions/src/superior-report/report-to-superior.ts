import { authorize } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import type { LocalDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import { recordClockEvent } from '../clock/record-clock-event.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { textOrNull } from '../petition/petition.inputs.ts';
import { canTriage, canWorkOn } from '../petition/petition.policy.ts';
import type { MatterState } from '../petition/rules/states.ts';
import { sealNote } from '../petitioner/sealed-note.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import { checkOrder, checkReport } from './rules/superior-order.ts';
import { REPORT_WORDS, SuperiorReport } from './superior-report.entity.ts';
import type { RecordSuperiorOrderInput, ReportToSuperiorInput } from './superior-report.type.ts';

/** Characters: the name of an organ, its number, and three pages. */
const FROM_MAX = 100;
const NUMBER_MAX = 60;
const WORDS_MAX = 6000;

/** Writes an order down, or what the organ above changed about it; the earlier day stays in the timeline. */
export async function recordSuperiorOrder(input: RecordSuperiorOrderInput, context: Context): Promise<Petition> {
  const { petitions, viewer, em } = context;
  const petition = await petitions.change(input.petitionId, input.version);
  authorize(canTriage(viewer, petition));
  const order = {
    from: cleanText(input.from, { field: 'from', min: 2, max: FROM_MAX }),
    number: textOrNull(input.number, 'number', NUMBER_MAX),
    reportBackDueOn: input.reportBackDueOn ?? null,
  };
  checkOrder(order, petition.receivedOn as LocalDate, (petition.reportedOn ?? null) as LocalDate | null);
  const facts = { dueOn: order.reportBackDueOn, earlierDueOn: petition.reportBackDueOn ?? null };
  petition.order(order);
  recordEntry(petition, { kind: 'SUPERIOR_ORDERED', facts }, context);
  await moveClock(petition, order.reportBackDueOn, context);
  await auditChange(context, {
    action: 'RECORD_SUPERIOR_ORDER',
    subjectType: 'Petition',
    subjectId: petition.id,
    facts,
  });
  await em.flush();
  return petition;
}

/** Reports to the organ above; the conclusion report (办结报告) stops its clock. */
export async function reportToSuperior(input: ReportToSuperiorInput, context: Context): Promise<Petition> {
  const { petitions, viewer, em, today } = context;
  const { kind, reportedOn } = input;
  const petition = await petitions.change(input.petitionId, input.version);
  authorize(canWorkOn(viewer, petition));
  const words = cleanText(input.words, { field: 'words', min: 10, max: WORDS_MAX });
  const matter = await petitions.changeMatterOf(petition);
  const standing = {
    ordered: petition.superiorFrom != null,
    reportedOn: (petition.reportedOn ?? null) as LocalDate | null,
    receivedOn: petition.receivedOn as LocalDate,
    matterState: matter.state as MatterState,
  };
  checkReport(kind, reportedOn, standing, today);
  em.persist(em.create(SuperiorReport, rowOf({ kind, reportedOn, words }, petition, context)));
  const facts = { report: kind };
  recordEntry(petition, { kind: 'SUPERIOR_REPORTED', on: reportedOn, facts, detail: words }, context);
  if (kind === 'CONCLUSION') {
    petition.reportedOn = reportedOn;
    await stopClock(petition, reportedOn, context);
  }
  await auditChange(context, { action: 'REPORT_TO_SUPERIOR', subjectType: 'Petition', subjectId: petition.id, facts });
  await em.flush();
  return petition;
}

/** The day of the organ above is given, not counted; without one nothing runs. */
async function moveClock(petition: Petition, dueOn: LocalDate | null, context: Context): Promise<void> {
  const subject = { clock: 'SUPERIOR_REPORT', petition } as const;
  const started = { type: 'STARTED', on: petition.receivedOn as LocalDate, givenDueOn: dueOn } as const;
  if (dueOn) await recordClockEvent(subject, started, context);
  else if (await hasClock(petition, context)) {
    await recordClockEvent(subject, { type: 'WITHDRAWN', on: context.today }, context);
  }
}

async function stopClock(petition: Petition, on: LocalDate, context: Context): Promise<void> {
  if (!(await hasClock(petition, context))) return;
  await recordClockEvent({ clock: 'SUPERIOR_REPORT', petition }, { type: 'STOPPED', on }, context);
}

async function hasClock({ id }: Petition, { clocks }: Context): Promise<boolean> {
  return (await clocks.ofPetition(id)).some(({ clock, startedOn }) => clock === 'SUPERIOR_REPORT' && startedOn);
}

function rowOf(
  { kind, reportedOn, words }: Pick<ReportToSuperiorInput, 'kind' | 'reportedOn' | 'words'>,
  petition: Petition,
  { now, viewer, options }: Context,
) {
  const id = newId(now);
  const { institutionId, id: petitionId } = petition;
  const wordsSealed = sealNote(words, REPORT_WORDS(id), petition, options.keys);
  const by = { writtenById: viewer.staffId as string, writtenAt: now };
  return { id, institutionId, petitionId, kind, reportedOn, wordsSealed, ...by };
}
