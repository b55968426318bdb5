import type { Answer } from '@everyletter/kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMITTEE, clerk, fang, House, handler, he, head, leader, NOBODY, PROPOSAL, yi } from './build.ts';

const house = new House();

beforeAll(() => house.open());
afterAll(() => house.close());

/** How many rows of the list are this one. */
async function listed(referral: Answer, viewer = fang): Promise<number> {
  const { data } = await house.ask(viewer, '{ referrals(first: 100) { edges { node { id } } } }');
  return data.referrals.edges.filter(({ node }: Answer) => node.id === referral.id).length;
}

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
  ['of a time when nothing was asked', { answeredAt: '2001-01-01T04:00:00Z' }, 'CONSENT_BEFORE_REFERRAL'],
  ['that is a withdrawal', { answer: 'WITHDRAWN' }, 'CONSENT_ANSWER_INVALID'],
])('a consent %s is refused', async (_, change, code) => {
  const { referral } = await house.propose();
  expect((await house.consent(referral.parties[0].id, { referralId: referral.id, ...change })).code).toBe(code);
});

test('what is shared can be changed until the first party was asked', async () => {
  const { referral } = await house.propose();
  const change = { referralId: referral.id, version: referral.version, sharedFields: ['DISPUTE'] };
  const changed = await house.step(clerk, 'changeSharing', change, { answer: 'id version sharedFields' });
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
    expect(await listed(referral)).toBe(0);
    expect(await listed(referral, he)).toBe(1);
    await house.rows('update mediation.mediator set active = true where id = $1', [fang.mediatorId]);
  });
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
    expect(await listed(referral, both)).toBe(0);
  });
});
