import { authorize } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import type { LocalDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { textOrNull } from '../petition/petition.inputs.ts';
import { canWorkOn } from '../petition/petition.policy.ts';
import { sealNote } from '../petitioner/sealed-note.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import { ContactAttempt } from './contact-attempt.entity.ts';
import type { RecordContactAttemptInput } from './contact-attempt.type.ts';
import { type AttemptRecord, checkAttempt } from './rules/attempt-record.ts';
import { unreachableOn } from './rules/contact.ts';

/** Characters: two hours of talk on one page. */
const RECORD_MAX = 5000;

/** Writes an attempt down; enough of them that failed prove that the petitioner cannot be reached. */
export async function recordContactAttempt(input: RecordContactAttemptInput, context: Context): Promise<Petition> {
  const { petitions, colleagues, viewer, today, em } = context;
  const petition = await petitions.change(input.petitionId, null);
  authorize(canWorkOn(viewer, petition));
  const attempt = { ...input, minutes: input.minutes ?? null, record: textOrNull(input.record, 'record', RECORD_MAX) };
  checkAttempt(attempt, petition.receivedOn as LocalDate, today);
  await colleagues.requireAll(attempt.officerIds, 'officerIds');
  const proven = await addAttempt(petition, attempt, context);
  const { channel, outcome, attemptedOn, minutes, record } = attempt;
  const facts = { channel, outcome, minutes, officers: attempt.officerIds.length, unreachable: proven };
  recordEntry(petition, { kind: 'CONTACT_ATTEMPTED', on: attemptedOn, facts, detail: record }, context);
  const audited = { subjectType: 'Petition', subjectId: petition.id, facts: { channel, outcome, unreachable: proven } };
  await auditChange(context, { action: 'RECORD_CONTACT_ATTEMPT', ...audited });
  await em.flush();
  return petition;
}

/** Answers whether the petitioner counts as unreachable from here on. */
async function addAttempt(
  petition: Petition,
  { channel, outcome, attemptedOn, officerIds, minutes, record }: AttemptRecord & Pick<ContactAttempt, 'outcome'>,
  { contactAttempts, terms, viewer, now, options, em }: Context,
): Promise<boolean> {
  const earlier = await contactAttempts.of(petition);
  const id = newId(now);
  const { institutionId, id: petitionId } = petition;
  const attempt = em.create(ContactAttempt, {
    id,
    institutionId,
    petitionId,
    channel,
    outcome,
    attemptedOn,
    officerIds: [...officerIds],
    minutes,
    recordSealed: record === null ? null : sealNote(record, recordPlace(id), petition, options.keys),
    recordedById: viewer.staffId as string,
  });
  contactAttempts.add(attempt);
  const { pack } = await terms.current();
  const all = [...earlier, attempt].map((one) => one.asAttempt());
  petition.unreachableOn = unreachableOn(all, pack.unreachable);
  return petition.unreachableOn !== null;
}

export function recordPlace(attemptId: string): string {
  return `contact_attempt.record:${attemptId}`;
}
