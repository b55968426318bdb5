import { type Answer, buildViewer } from '@everyletter/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ASSOCIATION, clerk, ELSEWHERE, fang, HERE, leader, TODAY, yi } from './build.ts';
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
