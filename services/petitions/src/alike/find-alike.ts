import { authorize } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { clockState } from '../clock/rules/clock.ts';
import type { Context } from '../context.ts';
import type { Matter } from '../matter/matter.entity.ts';
import type { Petition } from '../petition/petition.entity.ts';
import type { MatterState } from '../petition/rules/states.ts';
import { isAnswered } from '../petition/rules/triage.ts';
import { draftOf, type RegistrationFormInput } from '../registration/registration.inputs.ts';
import { canRegister } from '../registration/registration.policy.ts';
import { readForm } from '../registration/rules/registration-form.ts';
import { byLikeness, isWorthShowing, type Likeness, likenessOf, SIMILAR, type Trace } from './rules/likeness.ts';
import { subjectSimilarity } from './rules/subject-similarity.ts';

/** More than these nobody compares by eye; of other people about the same thing a few are enough. */
const SHOWN = 6;
const OF_OTHERS = 3;

/** An earlier petition that the one being filled in may repeat. */
export interface Alike extends Likeness {
  readonly petition: Petition;
  /** The seven days may run, the substantive answer is late: a repeat of it is not to be filed away. */
  readonly answerOverdue: boolean;
  readonly answered: boolean;
}

/** A look for a person is written to the audit before it is answered, without who was looked for. */
export async function findAlike(input: RegistrationFormInput, context: Context): Promise<Alike[]> {
  const { viewer, terms, today, alikePetitions } = context;
  authorize(canRegister(viewer, (await terms.office()).complaintsDepartmentId));
  const trace: Trace = readForm(draftOf(input), today).values;
  const by = traced(trace);
  if (by.length > 0)
    await context.auditRead({ action: 'SEARCH_PETITIONER', subjectType: 'Petition', subjectId: '', facts: { by } });
  const ofPerson = by.length > 0 ? await alikePetitions.ofPerson(trace) : [];
  const similar = await similarIds(trace, context);
  const known = new Set(ofPerson.map(({ id }) => id));
  const all = [...ofPerson, ...(await alikePetitions.byIds(similar.filter((id) => !known.has(id))))];
  const likely = all
    .map((other) => ({ id: other.id, ...likenessOf(trace, other) }))
    .filter(isWorthShowing)
    .sort(byLikeness)
    .slice(0, SHOWN);
  return Promise.all(likely.map((likeness) => shown(likeness, context)));
}

async function similarIds({ subject }: Trace, { alikePetitions }: Context): Promise<string[]> {
  if ([...subject].length < 4) return [];
  const newest = await alikePetitions.newestSubjects();
  return newest
    .map(({ id, subject: other }) => ({ id, similarity: subjectSimilarity(subject, other) }))
    .filter(({ similarity }) => similarity >= SIMILAR)
    .sort((one, other) => other.similarity - one.similarity)
    .slice(0, OF_OTHERS)
    .map(({ id }) => id);
}

async function shown({ id, ...likeness }: Likeness & { readonly id: string }, context: Context): Promise<Alike> {
  const { petitions } = context;
  const petition = await petitions.get(id);
  const matter = await petitions.matterOf(petition);
  return {
    ...likeness,
    petition,
    answered: isAnswered(matter.state as MatterState),
    answerOverdue: isAnswerOverdue(matter, context.today),
  };
}

/** Whether the substantive answer of the matter is owed and late. */
export function isAnswerOverdue(matter: Matter, today: LocalDate): boolean {
  const dates = {
    dueOn: (matter.substantiveDueOn ?? null) as LocalDate | null,
    targetOn: (matter.substantiveTargetOn ?? null) as LocalDate | null,
    stoppedOn: (matter.substantiveStoppedOn ?? null) as LocalDate | null,
  };
  return clockState(dates, today, 0) === 'OVERDUE';
}

function traced({ name, idNumber, idNumberSound, phoneDigits }: Trace): string[] {
  const by = [idNumber && idNumberSound && 'ID_NUMBER', phoneDigits && 'PHONE', name && [...name].length > 1 && 'NAME'];
  return by.filter((kind) => typeof kind === 'string');
}
