import { type Answer, buildViewer } from '@everyletter/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ASSOCIATION, clerk, ELSEWHERE, fang, HERE, head, leader, TODAY, yi } from './build.ts';
import { CaseDesk } from './case-desk.ts';

const desk = new CaseDesk();
const reporter = buildViewer(HERE, ['REPORTER']);

beforeAll(async () => {
  await desk.open();
  await desk.agreed();
  desk.turnTo(TODAY);
  await desk.withdraw(await desk.accepted());
  for (let nth = 0; nth < 4; nth += 1) await desk.offered({ organisationId: ASSOCIATION, field: 'LABOUR' });
  const { referral } = await desk.propose();
  await desk.consent(referral.parties[0].id, { referralId: referral.id, answer: 'REFUSED', scope: [] });
});
afterAll(() => desk.close());

const COUNTS = 'referred agreed performed';
const query = (
  from = '2026-11-01',
  to = '2026-11-30',
) => `{ _entities(representations: [{ __typename: "Institution", id: "${HERE}" }]) {
  ... on Institution { mediationReport(from: "${from}", to: "${to}") { smallestCell figures { code value words { zh } }
    byPartner { organisation { id } ${COUNTS} } byField { field ${COUNTS} } } } } }`;
const reportOf = ({ data }: Answer) => data._entities[0]?.mediationReport;
const valuesOf = (report: Answer) => Object.fromEntries(report.figures.map(({ code, value }: Answer) => [code, value]));

test('the desk reads what became of the referrals of a period, beyond their end, each figure with its meaning', async () => {
  const report = reportOf(await desk.ask(leader, query()));
  expect(valuesOf(report)).toEqual({
    REFERRED: 7,
    CONSENT_REFUSED: 1,
    ACCEPTED: 2,
    IN_TIME: 1,
    AGREED: 1,
    PERFORMED: 0,
    CONFIRMED: 0,
    WITHDRAWN: 1,
  });
  expect(report.figures[0].words.zh).toContain('期间内');
  expect(report.byPartner).toMatchObject([
    { organisation: { id: ASSOCIATION }, referred: 4 },
    { referred: 3, agreed: 1 },
  ]);
  expect(reportOf(await desk.ask(clerk, query('2026-10-01', '2026-10-31'))).figures[0].value).toBe(0);
});

test('a reporter reads no small count, in no row', async () => {
  const report = reportOf(await desk.ask(reporter, query()));
  expect(report.smallestCell).toBe(5);
  expect(valuesOf(report)).toMatchObject({ REFERRED: 7, AGREED: null, WITHDRAWN: null });
  for (const { referred } of [...report.byPartner, ...report.byField]) expect(referred).toBeNull();
});

test('a partner reads its own, without what it was never told of', async () => {
  const own = reportOf(await desk.ask(fang, query()));
  expect(valuesOf(own)).toMatchObject({ REFERRED: 2, CONSENT_REFUSED: 0, AGREED: 1, WITHDRAWN: 1 });
  expect(valuesOf(reportOf(await desk.ask(yi, query())))).toMatchObject({ REFERRED: 4, ACCEPTED: 0 });
});

test.each([
  ['reversed', '2026-11-30', '2026-11-01', 'PERIOD_REVERSED'],
  ['longer than two years', '2024-01-01', '2026-01-01', 'PERIOD_TOO_LONG'],
])('a period that is %s is refused', async (_, from, to, code) => {
  expect((await desk.ask(leader, query(from, to))).errors[0].extensions.code).toBe(code);
});

test('of another institution there is no report', async () => {
  expect(reportOf(await desk.ask(buildViewer(ELSEWHERE, ['LEADER']), query()))).toBeUndefined();
});

const FEEDBACK = `{ _entities(representations: [{ __typename: "Institution", id: "${HERE}" }]) { ... on Institution {
  mediationReport(from: "2026-11-01", to: "2026-11-30") { feedback { asked answers feltFree byGrade { grade count } } } } } }`;
const feedbackFor = async (viewer = leader) => reportOf(await desk.ask(viewer, FEEDBACK)).feedback;
const turn = (asked: boolean, viewer = head) =>
  desk.ask(viewer, `mutation { askForFeedback(asked: ${asked}) { asked } }`);

/** A mediation that ended, and its parties. */
async function ended(): Promise<Answer> {
  return (await desk.withdraw(await desk.accepted())).referral;
}
const give = ({ id: referralId, parties }: Answer, at: number, grade = 'SATISFIED', viewer = clerk) =>
  desk.step(
    viewer,
    'recordFeedback',
    { referralId, partyId: parties[at].id, grade, feltFree: true },
    { answer: 'id', type: 'RecordFeedbackInput' },
  );

test('parties are asked how they found it only where the head turned it on, once each, and after the end', async () => {
  const referral = await ended();
  expect((await give(referral, 0)).code).toBe('FEEDBACK_NOT_ASKED');
  expect((await turn(true, clerk)).errors[0].extensions.code).toBe('NOT_ALLOWED');
  expect((await turn(true)).data.askForFeedback.asked).toBe(true);
  expect((await give(referral, 0, 'SATISFIED', fang)).code).toBe('NOT_ALLOWED');
  expect((await give(referral, 0)).code).toBeUndefined();
  expect((await give(referral, 0)).code).toBe('FEEDBACK_GIVEN');
  expect((await give(await desk.accepted(), 0)).code).toBe('REFERRAL_STATE_FORBIDS');
});

test('what they answered leads back to nobody, and small counts nobody reads, also not the office', async () => {
  expect(await feedbackFor()).toMatchObject({ asked: true, answers: null, feltFree: null });
  for (let nth = 0; nth < 3; nth += 1) {
    const referral = await ended();
    for (const at of [0, 1]) await give(referral, at, nth === 0 ? 'DISSATISFIED' : 'SATISFIED');
  }
  const shown = await feedbackFor();
  expect(shown.answers).toBe(7);
  expect(shown.byGrade.map(({ count }: Answer) => count)).toEqual([null, 0, null]);
  expect(shown.feltFree).toBeNull();
  expect((await feedbackFor(yi)).answers).toBeNull();
  const columns = await desk.rows(`select column_name as name from information_schema.columns
    where table_schema = 'mediation' and table_name = 'feedback'`);
  expect(columns.map(({ name }) => name).sort()).toEqual(
    ['felt_free', 'field', 'grade', 'id', 'institution_id', 'month', 'organisation_id'].sort(),
  );
  const audit = JSON.stringify(
    await desk.rows(`select content from mediation.audit_entry where content like '%FEEDBACK%'`),
  );
  expect(audit).not.toContain('SATISFIED');
});
