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

const FILE = [
  '合作组织,性质,依法设立,协议到期,调解范围,在办上限,调解员,资质,语言,组织管理员,备注',
  '某街道调委会,人民调解委员会,是,2027年12月31日,相邻关系、婚姻家庭,8,安和,退休法官,普通话、粤语,是,',
  '某街道调委会,,,,,,宁静,,,,',
  '某某商会,,否,,,,,,,,',
  '某某公证处,公证机构,否,,炒股,,,,,,',
  '某某协会,行业协会,否,不知道,合同,,,,,,',
].join('\n');
const importing = (dryRun: boolean, viewer = head, text = FILE) =>
  house.ask(
    viewer,
    `mutation ($input: ImportPartnersInput!) { importPartners(input: $input) {
      unknownTitles rows { line name outcome code field } } }`,
    { input: { content: Buffer.from(text).toString('base64'), dryRun } },
  );
const counted = async () =>
  (await house.rows('select count(*)::int as n from mediation.partner_organisation'))[0].n as number;

test('a file of partners is tried first; then what is sound is taken, and each refusal names its row and reason', async () => {
  const before = await counted();
  const rows = [
    { line: 2, name: '某街道调委会　安和', outcome: 'ADD', code: null, field: null },
    { line: 3, name: '某街道调委会　宁静', outcome: 'ADD', code: null, field: null },
    { line: 4, name: '某某商会', outcome: 'REFUSED', code: 'PARTNER_KIND_MISSING', field: 'kind' },
    { line: 5, name: '某某公证处', outcome: 'REFUSED', code: 'WORD_UNKNOWN', field: 'fields' },
    { line: 6, name: '某某协会', outcome: 'REFUSED', code: 'DATE_INVALID', field: 'agreementUntil' },
  ];
  const tried = await importing(true);
  expect(tried.errors).toBeUndefined();
  expect(tried.data.importPartners).toEqual({ unknownTitles: ['备注'], rows });
  expect(await counted()).toBe(before);
  expect((await importing(false)).data.importPartners.rows).toEqual(rows);
  expect(await counted()).toBe(before + 1);
  const { data } = await house.ask(
    head,
    '{ partnerOrganisations { name openLimit mediators { name isAdministrator languages } } }',
  );
  expect(data.partnerOrganisations.find(({ name }: Answer) => name === '某街道调委会')).toEqual({
    name: '某街道调委会',
    openLimit: 8,
    mediators: expect.arrayContaining([
      { name: '安和', isAdministrator: true, languages: ['普通话', '粤语'] },
      { name: '宁静', isAdministrator: false, languages: ['普通话'] },
    ]),
  });
});

test('the same file again changes whom it added, and only the head of a department imports', async () => {
  const again = await importing(false);
  expect(again.data.importPartners.rows.slice(0, 2).map(({ outcome }: Answer) => outcome)).toEqual([
    'CHANGE',
    'CHANGE',
  ]);
  for (const viewer of [clerk, leader, he])
    expect((await importing(true, viewer)).errors[0].extensions.code).toBe('NOT_ALLOWED');
  expect((await importing(true, head, '只有一列')).errors[0].extensions.code).toMatch(/^SHEET_/);
});
