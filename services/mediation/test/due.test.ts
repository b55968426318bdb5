import { newId } from '@everyletter/kit/id';
import { type Answer } from '@everyletter/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mediationService } from '../src/service.ts';
import { fang, HERE, TODAY } from './build.ts';
import { CaseDesk } from './case-desk.ts';

const desk = new CaseDesk();

beforeAll(() => desk.open());
afterAll(() => desk.close());

/** One round of a worker of its own, on that day. */
async function lookOn(day: string): Promise<void> {
  desk.turnTo(day);
  const given = { keys: desk.keys, clock: () => desk.now, jobs: true };
  const worker = await desk.database.start(mediationService, given);
  await worker.stop();
}

const remindersOf = async (id: string): Promise<Answer> =>
  (await desk.ask(fang, `{ referral(id: "${id}") { reminders { kind dueOn } } }`)).data.referral.reminders;

test('fifteen and five days before the last day for the court, each once, whoever looks and however often', async () => {
  desk.turnTo(TODAY);
  const { id } = await desk.agreed();
  await desk.rows(`update mediation.performance_item set performed_on = $1`, [TODAY]);
  await lookOn('2026-12-07');
  expect(await remindersOf(id)).toEqual([]);
  await lookOn('2026-12-08');
  await Promise.all([lookOn('2026-12-08'), lookOn('2026-12-09')]);
  expect(await remindersOf(id)).toEqual([{ kind: 'CONFIRMATION_FIRST', dueOn: '2026-12-23' }]);
  await lookOn('2026-12-20');
  await lookOn('2026-12-21');
  expect((await remindersOf(id)).map(({ kind }: Answer) => kind)).toEqual(['CONFIRMATION_FIRST', 'CONFIRMATION_LAST']);
});

test('after a day of outage what is overdue is reminded of, and an offer nobody answered ends', async () => {
  desk.turnTo(TODAY);
  const { id } = await desk.agreed();
  const offered = await desk.offered();
  await lookOn('2026-11-30');
  expect((await desk.read(fang, offered.id)).state).toBe('CONSENTED');
  await lookOn('2026-12-02');
  expect(await desk.read(fang, offered.id)).toBeNull();
  expect(await remindersOf(id)).toEqual([{ kind: 'PERFORMANCE_OVERDUE', dueOn: '2026-11-30' }]);
  const [row] = await desk.rows('select state from mediation.referral where id = $1', [offered.id]);
  expect(row.state).toBe('EXPIRED');
});

test('a last day that the roster’s new calendar makes a day off moves to the next workday, and is not taken back', async () => {
  desk.turnTo(TODAY);
  const offered = await desk.offered();
  expect((await desk.read(fang, offered.id)).answerDueOn).toBe('2026-11-30');
  const given = { keys: desk.keys, clock: () => desk.now, jobs: true };
  const worker = await desk.database.start(mediationService, given);
  const publish = async (version: number, daysOff: readonly string[]) => {
    const payload = { version, years: [2026], daysOff, extraWorkdays: [] };
    const data = { institutionId: HERE, eventId: newId(new Date()), payload };
    await desk.database.deliver('roster.calendar-published', data);
  };
  await publish(1, ['2026-11-30']);
  expect((await desk.read(fang, offered.id)).answerDueOn).toBe('2026-12-01');
  await publish(2, []);
  expect((await desk.read(fang, offered.id)).answerDueOn).toBe('2026-12-01');
  await worker.stop();
});
