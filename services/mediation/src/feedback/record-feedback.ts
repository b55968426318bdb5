import { authorize, NotFound, RuleBroken } from '@everyletter/kit/errors';
import { withholdSmallCells } from '@everyletter/kit/small-cells';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { canSavePartner } from '../organisation/save-partner.ts';
import type { Referral } from '../referral/referral.entity.ts';
import { recordStep, referralFor } from '../referral/referral-step.ts';
import type { ReportPeriod } from '../report/mediation-report.ts';
import { Terms } from '../terms/terms.entity.ts';
import { FeedbackGrade, type MediationFeedbackType, type RecordFeedbackInput } from './feedback.type.ts';

/**
 * What a party wrote on its slip after a mediation, once; kept apart from the case, which only knows that it answered.
 * @throws RuleBroken `FEEDBACK_NOT_ASKED`, `FEEDBACK_TOO_EARLY`, `FEEDBACK_GIVEN`; NotFound `PARTY_NOT_FOUND`
 */
export async function recordFeedback(input: RecordFeedbackInput, context: Context): Promise<Referral> {
  const { em, parties, terms, today } = context;
  const referral = await referralFor('RECORD_FEEDBACK', { referralId: input.referralId, version: null }, context);
  if (!(await terms.current()).feedback) throw new RuleBroken('FEEDBACK_NOT_ASKED');
  if (!referral.acceptedOn) throw new RuleBroken('FEEDBACK_TOO_EARLY');
  const party = (await parties.of(referral)).find(({ id }) => id === input.partyId);
  if (!party) throw new NotFound('PARTY_NOT_FOUND', { field: 'partyId' });
  if (party.feedbackGiven) throw new RuleBroken('FEEDBACK_GIVEN', { field: 'partyId' });
  party.feedbackGiven = true;
  await em.execute(
    `insert into mediation.feedback (institution_id, organisation_id, field, month, grade, felt_free)
     values (?, ?, ?, date_trunc('month', ?::date), ?, ?)`,
    [referral.institutionId, referral.organisationId, referral.field, today, input.grade, input.feltFree],
  );
  return recordStep(referral, { action: 'RECORD_FEEDBACK' }, context);
}

/** Whether parties are asked from today on; by the head of a department. */
export async function askForFeedback(asked: boolean, context: Context): Promise<boolean> {
  const { em, viewer, today, now } = context;
  authorize(canSavePartner(viewer));
  const { institutionId } = viewer;
  const [newest] = await em.find(
    Terms,
    { institutionId, effectiveFrom: { $lte: today } },
    { orderBy: { effectiveFrom: -1, version: -1 }, limit: 1 },
  );
  const content = { ...newest?.content, feedback: asked };
  em.create(Terms, { institutionId, version: now.toISOString(), effectiveFrom: today, content });
  await em.flush();
  const facts = { asked };
  await auditChange(context, {
    action: 'ASK_FOR_FEEDBACK',
    subjectType: 'Institution',
    subjectId: institutionId,
    facts,
  });
  return asked;
}

interface Row {
  readonly grade: string;
  readonly feltFree: boolean;
  readonly n: number;
}

/** By whole months; withheld from everybody, also of the office: a count of one is a person. */
export async function feedbackOf({ from, to }: ReportPeriod, context: Context): Promise<MediationFeedbackType> {
  const { em, terms, viewer } = context;
  const { feedback: asked, smallestCell } = await terms.current();
  const rows = await em.execute<Row[]>(
    `select grade, felt_free as "feltFree", count(*)::int as n from mediation.feedback
     where institution_id = ? and month between date_trunc('month', ?::date) and ? group by 1, 2`,
    [viewer.institutionId, from, to],
  );
  const sum = (some: readonly Row[]) => some.reduce((total, { n }) => total + n, 0);
  const counts = Object.values(FeedbackGrade).map((grade) => sum(rows.filter((row) => row.grade === grade)));
  const shown = tellableCounts(counts, smallestCell);
  const answers = sum(rows);
  const [feltFree = null] = tellableCounts(
    [sum(rows.filter((row) => row.feltFree)), sum(rows.filter((row) => !row.feltFree))],
    smallestCell,
  );
  return {
    asked,
    smallestCell,
    answers: answers < smallestCell ? null : answers,
    byGrade: Object.values(FeedbackGrade).map((grade, at) => ({ grade, count: shown[at] ?? null })),
    feltFree,
    viewerCanChange: canSavePartner(viewer),
  };
}

/** What all of them answered alike is what each of them answered: it is withheld as a small count is. */
function tellableCounts(counts: readonly number[], smallest: number): (number | null)[] {
  const isUnanimous = counts.filter((one) => one > 0).length < 2;
  return isUnanimous ? counts.map(() => null) : withholdSmallCells(counts, smallest);
}
