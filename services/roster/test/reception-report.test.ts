import { buildViewer } from '@everyletter/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOME, INSTITUTIONS } from '../demo/people.ts';
import { clerk, leader, RotaDesk } from './rota-desk.ts';

const desk = new RotaDesk();
beforeAll(() => desk.open(), 60_000);
afterAll(() => desk.close());

const FIGURE = '{ value of definition { code name { zh } words { zh } } }';
const report = (from: string, to: string) => `receptionReport(period: { from: "${from}", to: "${to}" }) {
  period { from to } legalBasis sessionsHeld ${FIGURE} visitorsBooked ${FIGURE} visitorsReceived ${FIGURE}
  leadersCompliant ${FIGURE} keyHalfDaysCovered ${FIGURE}
  leaders { leader { name } held heldThisYear plannedThisYear minimum } keyPeriods { required covered keyPeriod { name } } }`;

test('sessions are counted by day, up to today, each figure with what it counts', async () => {
  const reporter = buildViewer(HOME, ['REPORTER'], { via: 'API_KEY' });
  const { data, errors } = await desk.ask(
    reporter,
    `{ institution(id: "${HOME}") { ${report('2026-01-01', '2026-12-31')} } }`,
  );
  expect(errors).toBeUndefined();
  const { sessionsHeld, leaders, keyHalfDaysCovered, leadersCompliant } = data.institution.receptionReport;
  const [{ held, halves }] = await desk.rows(
    `select count(distinct (date, leader_id))::int as held, count(*)::int as halves from roster.reception_day
     where date between '2026-01-01' and '2026-11-23' and called_off_on is null`,
  );
  expect(sessionsHeld.value).toBe(held);
  expect(halves).toBe(held * 2);
  expect(sessionsHeld.definition.code).toBe('SESSIONS_HELD');
  expect(sessionsHeld.definition.words.zh).toContain('同一天上午下午合计一次');
  expect(leaders.map((one: { leader: { name: string } }) => one.leader.name)).toEqual([
    '顾长河',
    '沈若兰',
    '韩立言',
    '苏明义',
  ]);
  expect(leaders.every((one: { minimum: number }) => one.minimum === 12)).toBe(true);
  expect(leadersCompliant).toMatchObject({ value: 0, of: 4 });
  expect(keyHalfDaysCovered.value).toBeLessThan(keyHalfDaysCovered.of);
});

test('a rota that is published covers the key period', async () => {
  await desk.publish(await desk.made());
  const { data } = await desk.ask(leader, `{ institution(id: "${HOME}") { ${report('2026-12-01', '2026-12-31')} } }`);
  const [key] = data.institution.receptionReport.keyPeriods;
  expect(key).toEqual({ required: key.covered, covered: key.covered, keyPeriod: { name: '宪法宣传周' } });
});

test('a leader sees what became of her days, once she has seen it no more', async () => {
  const { data } = await desk.ask(leader, '{ rotaNotices { kind date seenAt } }');
  expect(data.rotaNotices.length).toBeGreaterThan(0);
  const seen = await desk.ask(leader, 'mutation { markRotaNoticesSeen { rotaNotices { seenAt } } }');
  expect(seen.data.markRotaNoticesSeen.rotaNotices.every(({ seenAt }: { seenAt: string | null }) => seenAt)).toBe(true);
  const { data: others } = await desk.ask(clerk, '{ rotaNotices { id } }');
  expect(others.rotaNotices).toEqual([]);
});

test('a stranger reads no report, and a period that is none is refused', async () => {
  const stranger = buildViewer(INSTITUTIONS[0].id, ['LEADER']);
  const asked = await desk.ask(stranger, `{ institution(id: "${HOME}") { ${report('2026-01-01', '2026-12-31')} } }`);
  expect(asked.errors?.[0].extensions.code ?? asked.data.institution).toBe('NOT_ALLOWED');
  const lawyer = buildViewer(HOME, ['DUTY_LAWYER']);
  const refused = await desk.ask(lawyer, `{ institution(id: "${HOME}") { ${report('2026-01-01', '2026-12-31')} } }`);
  expect(refused.errors[0].extensions.code).toBe('NOT_ALLOWED');
  const reversed = await desk.ask(leader, `{ institution(id: "${HOME}") { ${report('2026-12-31', '2026-01-01')} } }`);
  expect(reversed.errors[0].extensions.code).toBe('PERIOD_REVERSED');
});
