import { authorize, RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { isAnswerOverdue } from '../alike/find-alike.ts';
import { claimScans } from '../attachment/attach-file.ts';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { type NewPetition, registerPetitions } from '../petition/register-petitions.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import { formOf, type RegisterPetitionInput } from './registration.inputs.ts';
import { canRegister, canTakeIn } from './registration.policy.ts';
import { checkForm, type ReadForm, readForm } from './rules/registration-form.ts';

/**
 * Registers one petition, once: the same form under the same key answers with the petition it made before, and what was
 * acknowledged is committed.
 * @throws Forbidden `NOT_ALLOWED`; Conflict `REGISTRATION_KEY_REUSED`; Invalid and RuleBroken of the form
 */
export async function registerPetition(input: RegisterPetitionInput, context: Context): Promise<Petition> {
  const { viewer, terms } = context;
  const { complaintsDepartmentId } = await terms.office();
  authorize(canRegister(viewer, complaintsDepartmentId));
  return registerOnce(input, context);
}

/**
 * What came in through another system, such as the national petition site: online, without scans, and never said by a
 * program to repeat another.
 * @throws as {@link registerPetition}; RuleBroken `TAKEN_IN_NOT_ONLINE`
 */
export async function takeInPetition(input: RegisterPetitionInput, context: Context): Promise<Petition> {
  const { complaintsDepartmentId } = await context.terms.office();
  authorize(canTakeIn(context.viewer, complaintsDepartmentId));
  if (input.form.channel !== 'ONLINE') throw new RuleBroken('TAKEN_IN_NOT_ONLINE', { field: 'channel' });
  const { idempotencyKey, form } = input;
  return registerOnce({ idempotencyKey, form }, context);
}

/** Whoever hands it in was authorized by the caller. */
async function registerOnce(input: RegisterPetitionInput, context: Context): Promise<Petition> {
  const { registrations, petitions, queueTickets, terms, today } = context;
  const { idempotencyKey, ...content } = input;
  const earlier = await registrations.earlier({ idempotencyKey, content });
  if (earlier) return petitions.get(earlier);
  const { values } = readForm(formOf(input.form), today);
  checkForm(values, today, (await terms.current()).pack.intake);
  const repeatOf = input.repeatOfId ? await petitions.get(input.repeatOfId) : null;
  const petition = await register({ ...arrivalOf(values), repeatOf }, context);
  if (values.channel === 'VISIT' && values.receivedOn === today) await queueTickets.draw(petition, today);
  await registrations.remember({ idempotencyKey, content }, petition.id);
  await claimScans(input.scanIds ?? [], petition, context);
  if (repeatOf) await link(petition, repeatOf, context);
  const { channel, category, identityKind } = values;
  const facts = { channel, category, identityKind, repeatOfId: repeatOf?.id ?? null };
  await auditChange(context, {
    action: 'REGISTER_PETITION',
    subjectType: 'Petition',
    subjectId: petition.id,
    facts,
  });
  await context.em.flush();
  return petition;
}

/** Visible on both; where the earlier answer is late, the repeat is the moment to say so and to escalate. */
async function link(petition: Petition, earlier: Petition, context: Context): Promise<void> {
  const matter = await context.petitions.matterOf(petition);
  recordEntry(earlier, { kind: 'LINKED', facts: { petitionId: petition.id } }, context);
  recordEntry(petition, { kind: 'LINKED', facts: { petitionId: earlier.id } }, context);
  if (!isAnswerOverdue(matter, context.today)) return;
  petition.escalatedOn = context.today;
  const dueOn = matter.substantiveDueOn as LocalDate;
  await context.reminders.raiseRepeat({ petitionId: petition.id, matterId: matter.id, dueOn }, context.now);
  const facts = { clock: 'SUBSTANTIVE', dueOn };
  for (const one of [earlier, petition]) recordEntry(one, { kind: 'ESCALATED', facts }, context);
}

async function register(arrival: NewPetition, context: Context): Promise<Petition> {
  const { em, terms, triageRules, viewer, now, options, petitions } = context;
  const [id = ''] = await registerPetitions([arrival], {
    em,
    keys: options.keys,
    terms: await terms.current(),
    rules: await triageRules.current(),
    office: await terms.office(),
    actorId: viewer.staffId,
    now,
  });
  return petitions.get(id);
}

function arrivalOf(form: ReadForm): NewPetition {
  const { channel, category, identityKind, subject, receivedOn, peopleCount, superiorFrom } = form;
  const { name, idNumber, idNumberSound, phone, phoneDigits, address, body, representatives } = form;
  const isPassedOn = channel === 'TRANSFERRED_IN';
  return {
    channel,
    category,
    identityKind,
    subject,
    receivedOn,
    peopleCount,
    card: { name, idNumber, phone, phoneDigits, address, body, representatives },
    idNumberSound,
    superiorFrom: isPassedOn ? null : superiorFrom,
    transferredFrom: isPassedOn ? superiorFrom : null,
    reportBackDueOn: form.reportBackDueOn,
    importKey: null,
  };
}
