import type { Answer } from '@everyletter/kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { COMMITTEE, clerk, fang, House, handler, he, head, leader, NOBODY, PROPOSAL, TODAY, yi } from './build.ts';

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

test.each<[string, Record<string, unknown>, string, string]>([
  ['without the confirmation', { confirmed: false }, 'REFERRAL_CONFIRMATION_NEEDED', 'confirmed'],
  ['about the decision', { confirmed: false, dispute: '不服不起诉决定' }, 'REFERRAL_MENTIONS_DECISION', 'confirmed'],
  ['with one side', { parties: PROPOSAL.parties.slice(1) }, 'PARTIES_ONE_SIDED', 'parties'],
  ['with a crowd', { parties: Array(6).fill(PROPOSAL.parties).flat() }, 'PARTIES_TOO_MANY', 'parties'],
  ['without the dispute', { sharedFields: ['NAMES'] }, 'SHARING_WITHOUT_DISPUTE', 'sharedFields'],
  ['to nobody', { organisationId: NOBODY }, 'ORGANISATION_NOT_FOUND', 'organisationId'],
  ['of no matter', { matterId: 'x' }, 'ID_INVALID', 'matterId'],
  ['in three characters', { dispute: '吵架了' }, 'TEXT_TOO_SHORT', 'dispute'],
  ['with NUL', { background: 'a\u0000' }, 'TEXT_HAS_NUL', 'background'],
])('a proposal %s is refused and leaves nothing', async (_, change, code, field) => {
  const count = () =>
    house.rows('select (select count(*) from mediation.referral) r, (select count(*) from mediation.audit_entry) a');
  const before = await count();
  const { errors } = await house.propose(change);
  expect(errors[0].extensions).toMatchObject({ code, details: { field } });
  expect(await count()).toEqual(before);
});

test.each<[string, Record<string, unknown>, string]>([
  ['of nobody', { partyId: NOBODY }, 'PARTY_NOT_FOUND'],
  ['for nothing', { scope: [] }, 'CONSENT_SCOPE_INVALID'],
  ['for more than is shared', { scope: ['DISPUTE', 'ADDRESSES'] }, 'CONSENT_SCOPE_INVALID'],
  ['of tomorrow', { answeredAt: '2026-11-24T04:00:00Z' }, 'CONSENT_IN_FUTURE'],
  ['that is a withdrawal', { answer: 'WITHDRAWN' }, 'CONSENT_ANSWER_INVALID'],
])('a consent %s is refused', async (_, change, code) => {
  const { referral } = await house.propose();
  expect((await house.consent(referral.parties[0].id, { referralId: referral.id, ...change })).code).toBe(code);
});

test('what is shared can be changed until the first party was asked', async () => {
  const { referral } = await house.propose();
  const change = { referralId: referral.id, version: referral.version, sharedFields: ['DISPUTE'] };
  const changed = await house.step(clerk, 'changeSharing', change, 'id version sharedFields');
  expect(changed.referral.sharedFields).toEqual(['DISPUTE']);
  expect((await house.step(clerk, 'changeSharing', change)).code).toBe('REFERRAL_CHANGED');
  await house.consent(referral.parties[0].id, { referralId: referral.id, scope: ['DISPUTE'] });
  expect((await house.step(clerk, 'changeSharing', { ...change, version: changed.referral.version })).code).toBe(
    'SHARING_ALREADY_CONSENTED',
  );
});

describe('a partner', () => {
  test.each<[string, string, string]>([
    ['that was given up', 'active = false', 'ORGANISATION_INACTIVE'],
    ['whose agreement ended', `agreement_until = '2026-11-22'`, 'ORGANISATION_AGREEMENT_NOT_IN_FORCE'],
    ['whose agreement begins tomorrow', `agreement_from = '2026-11-24'`, 'ORGANISATION_AGREEMENT_NOT_IN_FORCE'],
    ['that is full', 'open_limit = 0', 'ORGANISATION_FULL'],
  ])('%s is offered nothing', async (_, change, code) => {
    await house.rows(`update mediation.partner_organisation set ${change} where id = $1`, [COMMITTEE]);
    expect((await house.propose()).code).toBe(code);
    await house.rows(
      `update mediation.partner_organisation set active = true, agreement_from = null, agreement_until = null,
        open_limit = null where id = $1`,
      [COMMITTEE],
    );
  });

  test('whose mediator is disabled shows that one nothing any more', async () => {
    const referral = await house.accepted();
    await house.rows('update mediation.mediator set active = false where id = $1', [fang.mediatorId]);
    expect(await found(referral)).toEqual(NOTHING);
    expect((await found(referral, he)).listed).toBe(1);
    await house.rows('update mediation.mediator set active = true where id = $1', [fang.mediatorId]);
  });
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

describe('who may not, may not:', () => {
  test.each([
    ['the leader looks on', leader, 'NOT_ALLOWED'],
    ['the mediator', fang, 'NOT_ALLOWED'],
  ] as const)('%s proposes nothing', async (_, viewer, code) => {
    expect((await house.propose({}, viewer)).code).toBe(code);
  });

  test.each([
    ['clerk', clerk],
    ['handler', handler],
    ['head', head],
    ['leader', leader],
  ] as const)('the %s accepts and declines nothing', async (_, viewer) => {
    const { id: referralId, version } = await house.offered();
    expect((await house.step(viewer, 'acceptReferral', { referralId, version })).code).toBe('NOT_ALLOWED');
    const decline = { referralId, version, reason: 'NO_CAPACITY' };
    expect((await house.step(viewer, 'declineReferral', decline)).code).toBe('NOT_ALLOWED');
  });

  test('a mediator of another partner, or of nobody, finds nothing to accept', async () => {
    const { id: referralId, version } = await house.offered();
    expect((await house.step(yi, 'acceptReferral', { referralId, version })).code).toBe('REFERRAL_NOT_FOUND');
  });

  test('of another department, nothing is found', async () => {
    const referral = await house.offered();
    const stranger = { ...clerk, departmentIds: [NOBODY] };
    expect((await house.withdraw(referral, stranger)).code).toBe('REFERRAL_NOT_FOUND');
    expect(
      (await house.step(stranger, 'cancelReferral', { referralId: referral.id, version: referral.version })).code,
    ).toBe('REFERRAL_NOT_FOUND');
  });

  test('who works for the office and for the partner too, sees by the office’s rights alone', async () => {
    const referral = await house.offered();
    const both = { ...fang, roles: ['MEDIATOR', 'ROTA_ADMINISTRATOR'] as const };
    expect(await found(referral, both)).toMatchObject({ listed: 0, query: null });
  });
});
