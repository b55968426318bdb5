import type { Answer } from '@everyletter/kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { clerk, fang, House, he, PROPOSAL, TODAY, yi } from './build.ts';

const house = new House();

beforeAll(() => house.open());
afterAll(() => house.close());
beforeEach(() => house.turnTo(TODAY));

const SHARED = 'shared { dispute background request parties { side name phone address } }';

/** What a partner finds of one referral at the doors there are: query, list, count, reference. */
async function found(referral: Answer, viewer = fang): Promise<Answer> {
  const { data } = await house.ask(
    viewer,
    `query ($id: ID!) { referral(id: $id) { id ${SHARED} parties { id } }
      referrals(first: 100) { edges { node { id } } }
      _entities(representations: [{ __typename: "Referral", id: "${referral.id}" }]) { ... on Referral { id dispute } } }`,
    { id: referral.id },
  );
  return {
    query: data.referral,
    listed: data.referrals.edges.filter(({ node }: Answer) => node.id === referral.id).length,
    reference: data._entities[0],
  };
}
const NOTHING = { query: null, listed: 0, reference: null };

test('the partner knows of it when the last party has consented, and then what both allow, word for word as shown before', async () => {
  const { referral } = await house.propose();
  const preview = await house.ask(clerk, `{ referral(id: "${referral.id}") { ${SHARED} } }`);
  expect(await found(referral)).toEqual(NOTHING);
  const [one, other] = referral.parties;
  const first = await house.consent(one.id, { referralId: referral.id });
  expect(first.referral).toMatchObject({ state: 'PROPOSED', waiting: { kind: 'CONSENT' } });
  expect(await found(referral)).toEqual(NOTHING);
  const second = await house.consent(other.id, { referralId: referral.id });
  expect(second.referral).toMatchObject({
    state: 'CONSENTED',
    answerDueOn: '2026-11-30',
    waiting: { kind: 'PARTNER_ANSWER', until: '2026-11-30' },
  });
  const seen = await found(referral);
  expect(seen.query.shared).toEqual(preview.data.referral.shared);
  expect(seen.query.shared).toEqual({
    dispute: PROPOSAL.dispute,
    background: PROPOSAL.background,
    request: null,
    parties: [
      { side: 'PETITIONER', name: '王勤俭', phone: '13900000001', address: null },
      { side: 'OTHER_SIDE', name: '孟广田', phone: '13900000002', address: null },
    ],
  });
  expect(seen).toMatchObject({ listed: 1, reference: { dispute: PROPOSAL.dispute } });
});

test('a party may allow less than the office would share: of the dispute what both allow, of itself what it allows', async () => {
  const { referral } = await house.propose();
  const [one, other] = referral.parties;
  await house.consent(one.id, { referralId: referral.id, scope: ['DISPUTE', 'NAMES'] });
  await house.consent(other.id, { referralId: referral.id, scope: ['DISPUTE', 'BACKGROUND', 'PHONES'] });
  expect((await found(referral)).query.shared).toEqual({
    dispute: PROPOSAL.dispute,
    background: null,
    request: null,
    parties: [
      { side: 'PETITIONER', name: '王勤俭', phone: null, address: null },
      { side: 'OTHER_SIDE', name: null, phone: '13900000002', address: null },
    ],
  });
  const named = await house.ask(fang, `{ referral(id: "${referral.id}") { parties { name phone } } }`);
  expect(named.data.referral.parties).toEqual([
    { name: '王*俭', phone: null },
    { name: '*', phone: '*******0002' },
  ]);
});

test('a party that refuses cannot be mediated, and the partner never knew', async () => {
  const { referral } = await house.propose();
  const [one, other] = referral.parties;
  await house.consent(one.id, { referralId: referral.id });
  const refused = await house.consent(other.id, { referralId: referral.id, answer: 'REFUSED', scope: [] });
  expect(refused.referral).toMatchObject({ state: 'REFUSED', waiting: { kind: 'NOTHING' } });
  expect(refused.referral.viewerCommands).toEqual(['REFER_AGAIN']);
  expect(await found(referral)).toEqual(NOTHING);
});

test('a step answers with what the partner is told, and its reading is written down with the step', async () => {
  const { referral } = await house.propose();
  const consent = {
    partyId: referral.parties[0].id,
    answer: 'GIVEN',
    form: 'WRITTEN',
    answeredAt: house.now.toISOString(),
  };
  const input = { referralId: referral.id, scope: ['DISPUTE'], ...consent };
  const before = await house.rows(`select count(*)::int as n from mediation.audit_entry`);
  const answered = await house.step(clerk, 'recordConsent', input, { answer: `id ${SHARED}` });
  expect(answered.referral.shared.dispute).toBe(PROPOSAL.dispute);
  const after = await house.rows(`select count(*)::int as n from mediation.audit_entry`);
  expect(after[0].n - before[0].n).toBe(2);
});

describe.each([
  ['offered', () => house.offered()],
  ['accepted', () => house.accepted()],
] as const)('a party withdraws from a referral that is %s:', (_, made) => {
  test('it is gone at once at every door, for who mediates and for who administers the partner', async () => {
    const referral = await made();
    expect((await found(referral)).listed).toBe(1);
    const { referral: after } = await house.withdraw(referral);
    expect(after.state).toBe('WITHDRAWN');
    expect(await found(referral)).toEqual(NOTHING);
    expect(await found(referral, he)).toEqual(NOTHING);
    const step = { referralId: referral.id, version: after.version };
    for (const name of ['acceptReferral', 'declineReferral']) {
      const input = name === 'acceptReferral' ? step : { ...step, reason: 'NO_CAPACITY' };
      expect((await house.step(fang, name, input)).code).toBe('REFERRAL_NOT_FOUND');
    }
  });
});

test('the mediator writes a withdrawal down too, reads that answer, and nothing afterwards', async () => {
  const referral = await house.accepted();
  const { referral: after } = await house.withdraw(referral, fang);
  expect(after.state).toBe('WITHDRAWN');
  expect(await found(referral)).toEqual(NOTHING);
});

test('a partner accepts for one of its own; only that one, and its administrator, see it from then on', async () => {
  const { id: referralId, version } = await house.offered();
  const accepted = await house.step(he, 'acceptReferral', { referralId, version, mediatorId: fang.mediatorId });
  expect(accepted.referral).toMatchObject({
    state: 'ACCEPTED',
    endsOn: '2026-12-23',
    mediator: { id: fang.mediatorId },
  });
  expect((await found(accepted.referral, fang)).listed).toBe(1);
  expect((await found(accepted.referral, he)).listed).toBe(1);
  expect(await found(accepted.referral, yi)).toEqual(NOTHING);
});

test('a partner declines with a reason, which only the office reads afterwards', async () => {
  const { id: referralId, version } = await house.offered();
  const without = await house.step(fang, 'declineReferral', { referralId, version, reason: 'OTHER' });
  expect(without.code).toBe('DECLINE_NOTE_NEEDED');
  const declined = await house.step(fang, 'declineReferral', {
    referralId,
    version,
    reason: 'OTHER',
    note: '已在诉讼中',
  });
  expect(declined.referral.state).toBe('DECLINED');
  expect(await found(declined.referral)).toEqual(NOTHING);
  const { data } = await house.ask(clerk, `{ referral(id: "${referralId}") { declineReason declineNote } }`);
  expect(data.referral).toEqual({ declineReason: 'OTHER', declineNote: '已在诉讼中' });
});

test('what ended may be referred again, and says from where; what is open may not', async () => {
  const referral = await house.accepted();
  const [{ matter_id: matterId }] = await house.rows('select matter_id from mediation.referral where id = $1', [
    referral.id,
  ]);
  expect((await house.propose({ matterId, earlierId: referral.id })).code).toBe('REFERRAL_OPEN_ALREADY');
  await house.withdraw(referral);
  const again = await house.propose({ matterId, earlierId: referral.id });
  expect(again.errors).toBeUndefined();
  const { data } = await house.ask(clerk, `{ referral(id: "${again.referral.id}") { earlier { id state } } }`);
  expect(data.referral.earlier).toEqual({ id: referral.id, state: 'WITHDRAWN' });
  expect((await house.propose({ earlierId: referral.id })).code).toBe('REFERRAL_NOT_FOUND');
});

test('after the last day to answer nothing can be accepted', async () => {
  const { id: referralId, version } = await house.offered();
  house.turnTo('2026-12-01');
  expect((await house.step(fang, 'acceptReferral', { referralId, version })).code).toBe('REFERRAL_ANSWER_OVERDUE');
  house.turnTo('2026-11-30');
  expect((await house.step(fang, 'acceptReferral', { referralId, version })).errors).toBeUndefined();
});

test('accepting and withdrawing at once: one comes second and learns so, and in the end the partner sees nothing', async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < 6; round += 1) {
    const referral = await house.offered();
    const accept = () => house.step(fang, 'acceptReferral', { referralId: referral.id, version: referral.version });
    const withdraw = () => house.withdraw(referral);
    const [first, second] = round % 2 === 0 ? [accept(), withdraw()] : [withdraw(), accept()];
    const [accepted, withdrawn] = round % 2 === 0 ? [await first, await second] : [await second, await first];
    expect(withdrawn.referral.state).toBe('WITHDRAWN');
    outcomes.add(accepted.code ?? 'accepted first');
    expect(await found(referral)).toEqual(NOTHING);
    const [row] = await house.rows('select state from mediation.referral where id = $1', [referral.id]);
    expect(row.state).toBe('WITHDRAWN');
  }
  for (const outcome of outcomes) expect(['accepted first', 'REFERRAL_NOT_FOUND']).toContain(outcome);
});

test('names and words are sealed, and the audit repeats none of them', async () => {
  const referral = await house.accepted();
  await found(referral);
  const kept = JSON.stringify([
    await house.rows('select r::text from mediation.referral r'),
    await house.rows('select p::text from mediation.party p'),
    await house.rows('select c::text from mediation.consent c'),
    await house.rows('select content from mediation.audit_entry'),
  ]);
  for (const action of ['PROPOSE_REFERRAL', 'RECORD_CONSENT', 'ACCEPT_REFERRAL', 'READ_REFERRAL'])
    expect(kept).toContain(action);
  for (const plain of ['王勤俭', '13900000001', '渗水', '修缮']) {
    expect(kept).not.toContain(plain);
    expect(kept).not.toContain(Buffer.from(plain).toString('hex'));
  }
});

test('at the desk names are masked', async () => {
  const { referral } = await house.propose();
  expect(referral.parties).toMatchObject([{ name: '王*俭', phone: '*******0001' }, { name: '孟*田' }]);
});
