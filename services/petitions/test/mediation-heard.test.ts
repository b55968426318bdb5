import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerk, HERE } from './build.ts';
import { Desk, NOBODY } from './desk.ts';

const desk = new Desk();
const EVENT = 'mediation.referral-changed';
const eventId = (number: number) => `01900000-0000-7000-8000-0000000077${String(number).padStart(2, '0')}`;

beforeAll(() => desk.open({ jobs: true }));
afterAll(() => desk.close());

async function tell(number: number, outcome: string, matterId: string): Promise<void> {
  const payload = { version: number, referralId: NOBODY, matterId, outcome, on: '2026-11-22' };
  await desk.database.deliver(EVENT, { institutionId: HERE, eventId: eventId(number), payload });
}

test('what becomes of a mediation is told in the timeline once, without content, and stops no clock', async () => {
  await desk.receive();
  const [{ matter_id: matterId }] = await desk.rows('select matter_id from petitions.petition where id = $1', [
    desk.letter,
  ]);
  const query = `{ petition(id: "${desk.letter}") { clocks { kind startedOn dueOn stoppedOn state } timeline { kind on words { zh } detail } } }`;
  const before = (await desk.ask(clerk, query)).data.petition;
  await tell(1, 'CONSENTED', matterId);
  await tell(1, 'CONSENTED', matterId);
  await tell(2, 'AGREED', matterId);
  await tell(3, 'AGREED', NOBODY);
  const { petition } = (await desk.ask(clerk, query)).data;
  expect(petition.clocks).toEqual(before.clocks);
  const told = petition.timeline.filter(({ kind }: { kind: string }) => kind === 'MEDIATION_CHANGED');
  expect(told).toEqual([
    { kind: 'MEDIATION_CHANGED', on: '2026-11-22', words: { zh: '第三方调解：双方同意，已转出' }, detail: null },
    { kind: 'MEDIATION_CHANGED', on: '2026-11-22', words: { zh: '第三方调解：已达成协议' }, detail: null },
  ]);
});
