import type { Answer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ASSOCIATION, COMMITTEE, clerk, FANG, fang, HE, House, he, head, leader, NOBODY, yi } from './build.ts';

const house = new House();

beforeAll(() => house.open());
afterAll(() => house.close());

const PARTNER = {
  name: '某街道人民调解委员会',
  kind: 'PEOPLES_MEDIATION_COMMITTEE',
  isLawfulMediationBody: true,
  active: true,
  agreementNumber: '协〔2026〕3号',
  agreementFrom: '2026-01-01',
  agreementUntil: '2027-12-31',
  fields: ['NEIGHBOURS', 'FAMILY'],
  openLimit: 5,
};
const MEDIATOR = {
  name: '柳青',
  accreditation: '退休法官',
  fields: ['FAMILY'],
  languages: ['普通话', '手语'],
  active: true,
  isAdministrator: false,
};

async function savePartner(viewer: Viewer, change: Record<string, unknown> = {}): Promise<Answer> {
  const query = `mutation ($input: SavePartnerInput!) { savePartner(input: $input) { organisation { id version name openLimit openCases } } }`;
  const { data, errors } = await house.ask(viewer, query, { input: { ...PARTNER, ...change } });
  return { saved: data?.savePartner.organisation, code: errors?.[0].extensions.code };
}

async function saveMediator(viewer: Viewer, change: Record<string, unknown> = {}): Promise<Answer> {
  const query = `mutation ($input: SaveMediatorInput!) { saveMediator(input: $input) { mediator { id version name active } } }`;
  const { data, errors } = await house.ask(viewer, query, {
    input: { organisationId: COMMITTEE, ...MEDIATOR, ...change },
  });
  return { saved: data?.saveMediator.mediator, code: errors?.[0].extensions.code };
}

test('the head of a department adds a partner and changes it; a stale change is refused', async () => {
  const { saved } = await savePartner(head);
  expect(saved).toMatchObject({ name: PARTNER.name, openLimit: 5, openCases: 0 });
  const { id, version } = saved;
  expect((await savePartner(head, { id, version, openLimit: null })).saved.openLimit).toBeNull();
  expect((await savePartner(head, { id, version })).code).toBe('ORGANISATION_CHANGED');
});

test.each<[string, Record<string, unknown>, string]>([
  ['that ends before it begins', { agreementUntil: '2025-12-31' }, 'AGREEMENT_PERIOD_REVERSED'],
  ['with a limit below nothing', { openLimit: -1 }, 'LIMIT_INVALID'],
  ['without a name', { name: ' ' }, 'TEXT_TOO_SHORT'],
  ['that is not there', { id: NOBODY, version: 1 }, 'ORGANISATION_NOT_FOUND'],
])('a partner %s is refused', async (_, change, code) => {
  expect((await savePartner(head, change)).code).toBe(code);
});

test.each([
  ['clerk', clerk],
  ['leader', leader],
  ['mediator', fang],
  ['partner’s administrator', he],
] as const)('the %s saves no partner', async (_, viewer) => {
  expect((await savePartner(viewer)).code).toBe('NOT_ALLOWED');
});

test('a partner’s administrator looks after its own mediators, and no other’s', async () => {
  const { saved } = await saveMediator(he);
  expect(saved).toMatchObject({ name: '柳青', active: true });
  expect((await saveMediator(he, { id: saved.id, version: saved.version, active: false })).saved.active).toBe(false);
  const told = await house.rows(`select version - told_version as left from mediation.mediator where id = $1`, [
    saved.id,
  ]);
  expect(told).toEqual([{ left: 0 }]);
  expect((await saveMediator(he, { id: saved.id, version: saved.version })).code).toBe('MEDIATOR_CHANGED');
  expect((await saveMediator(he, { organisationId: ASSOCIATION })).code).toBe('NOT_ALLOWED');
  for (const viewer of [fang, yi]) expect((await saveMediator(viewer)).code).toBe('NOT_ALLOWED');
});

test('makes no administrators and does not disable themselves', async () => {
  expect((await saveMediator(he, { isAdministrator: true })).code).toBe('ADMINISTRATOR_BY_OFFICE');
  const own = { id: HE, version: 1, isAdministrator: true };
  expect((await saveMediator(he, { ...own, active: false })).code).toBe('MEDIATOR_IS_SELF');
  expect((await saveMediator(head, { isAdministrator: true })).code).toBeUndefined();
});

test('who is disabled finds nothing of the case at hand, and it can be given to another', async () => {
  const referral = await house.accepted();
  const { data } = await house.ask(
    head,
    `{ partnerOrganisation(id: "${COMMITTEE}") { mediators { id version openCases } } }`,
  );
  const load = data.partnerOrganisation.mediators.find(({ id }: Answer) => id === FANG);
  expect(load.openCases).toBe(1);
  await saveMediator(he, { ...MEDIATOR, id: FANG, version: load.version, name: '方和', active: false });
  const seen = await house.ask(fang, `{ referral(id: "${referral.id}") { id } }`);
  expect(seen.data.referral).toBeNull();
  const given = await house.step(he, 'replaceMediator', {
    referralId: referral.id,
    version: referral.version,
    mediatorId: HE,
    reason: 'UNAVAILABLE',
  });
  expect(given.referral.mediator).toEqual({ id: HE });
});
