import { randomBytes } from 'node:crypto';
import { InstitutionKeys } from '@everyletter/kit/sealing';
import type { Service } from '@everyletter/kit/service';
import { ask as askService, buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeOf, ReferralSeal } from '../src/referral/referral-seal.ts';
import { mediationService } from '../src/service.ts';

const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [HERE, ELSEWHERE, CITY] = [id(1), id(2), id(3)];
const [NINTH, SECOND] = [id(11), id(12)];
const [CENTRE, CHAMBER] = [id(21), id(22)];
const [FANG, YI] = [id(31), id(32)];
const [MATTER, OTHER_MATTER] = [id(41), id(42)];
const [PROPOSED, CONSENTED, CLOSED, FOREIGN] = [id(51), id(52), id(53), id(54)];
const DISPUTE = '与原单位的补偿争议，涉及王勤';

const keys = new InstitutionKeys(randomBytes(32));
const handler = buildViewer(HERE, ['HANDLER'], { departmentIds: [NINTH] });
const mediator = buildViewer(HERE, ['MEDIATOR'], { mediatorId: FANG, partnerOrganisationId: CENTRE });

let database: TestDatabase;
let mediation: Service;

beforeAll(async () => {
  database = await testDatabase([mediationService]);
  await plant();
  mediation = await database.start(mediationService, { keys, clock: () => new Date('2026-11-23T04:00:00Z') });
});
afterAll(() => database.stop());

async function plant(): Promise<void> {
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const run = (statement: string, values: unknown[]) => owner.query(statement, values);
  for (const [institution, above] of [
    [HERE, [CITY]],
    [ELSEWHERE, [CITY]],
    [CITY, []],
  ]) {
    await run('insert into mediation.institution values ($1, $2)', [institution, above]);
  }
  const organisation = `insert into mediation.partner_organisation
    (id, institution_id, name, kind, is_lawful_mediation_body) values ($1, $2, $3, $4, $5)`;
  await run(organisation, [CENTRE, HERE, '某市公益法律服务促进会', 'PUBLIC_INTEREST_ASSOCIATION', false]);
  await run(organisation, [CHAMBER, HERE, '某区人民调解委员会', 'PEOPLES_MEDIATION_COMMITTEE', true]);
  const mediators =
    'insert into mediation.mediator (id, institution_id, name, organisation_id) values ($1, $2, $3, $4)';
  await run(mediators, [FANG, HERE, '方和', CENTRE]);
  await run(mediators, [YI, HERE, '易平', CHAMBER]);
  const referrals = [
    [PROPOSED, NINTH, MATTER, CENTRE, 'PROPOSED', '2026-11-20'],
    [CONSENTED, NINTH, id(43), CENTRE, 'CONSENTED', '2026-11-18'],
    [CLOSED, SECOND, OTHER_MATTER, CENTRE, 'FAILED', '2026-10-08'],
    [FOREIGN, NINTH, id(44), CHAMBER, 'ACCEPTED', '2026-11-01'],
  ] as const;
  for (const [referral, department, matter, organisationId, state, on] of referrals) {
    const { wrappedKey, seal } = ReferralSeal.fresh({ id: referral, institutionId: HERE }, keys);
    const sealed = seal.seal(DISPUTE, placeOf('dispute', referral));
    await run(
      `insert into mediation.referral (id, institution_id, department_id, matter_id, organisation_id, state, proposed_on,
        wrapped_key, dispute_sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [referral, HERE, department, matter, organisationId, state, on, wrappedKey, sealed],
    );
  }
  await owner.end();
}

const ask = (viewer: Viewer, query: string) => askService(mediation, viewer, query);

const idsOf = (connection: { edges: { node: { id: string } }[] }) => connection.edges.map(({ node }) => node.id);

test('the office sees its partners and their mediators', async () => {
  const query =
    '{ partnerOrganisations { name kind isLawfulMediationBody institution { id } mediators { name organisation { name } } } }';
  const { data, errors } = await ask(handler, query);
  expect(errors).toBeUndefined();
  expect(data.partnerOrganisations).toHaveLength(2);
  expect(data.partnerOrganisations[1]).toMatchObject({
    name: '某市公益法律服务促进会',
    isLawfulMediationBody: false,
    mediators: [{ name: '方和', organisation: { name: '某市公益法律服务促进会' } }],
  });
  expect(await database.statementsOf(() => ask(handler, query))).toHaveLength(2);
});

describe('referrals', () => {
  const query = `{ referrals { totalCount edges { node { id state dispute proposedOn matter { id }
    organisation { name } } } pageInfo { hasNextPage } } }`;

  test('of the department are told to the desk, newest first, in three statements', async () => {
    const { data } = await ask(handler, query);
    expect(idsOf(data.referrals)).toEqual([PROPOSED, CONSENTED, FOREIGN]);
    expect(data.referrals).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false } });
    expect(data.referrals.edges[0].node).toMatchObject({ dispute: DISPUTE, matter: { id: MATTER } });
    expect(await database.statementsOf(() => ask(handler, query))).toHaveLength(3);
  });

  test('of every department are told to a leader', async () => {
    const { data } = await ask(buildViewer(HERE, ['LEADER']), query);
    expect(data.referrals.totalCount).toBe(4);
  });

  test('are known to a mediator once the parties consented and until they end, of the own organisation only', async () => {
    const { data } = await ask(mediator, query.replace('matter { id }', ''));
    expect(idsOf(data.referrals)).toEqual([CONSENTED]);
  });

  test('lead from page to page without gap or overlap', async () => {
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const { data } = await ask(
        handler,
        `{ referrals(first: 1${after}) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
      );
      seen.push(...idsOf(data.referrals));
      if (!data.referrals.pageInfo.hasNextPage) break;
      after = `, after: "${data.referrals.pageInfo.endCursor}"`;
    }
    expect(seen).toEqual([PROPOSED, CONSENTED, FOREIGN]);
  });

  test.each([
    ['first: 0', 'PAGE_SIZE_INVALID'],
    ['first: 101', 'PAGE_SIZE_INVALID'],
    ['after: "nonsense"', 'CURSOR_INVALID'],
  ])('with %s are refused', async (args, code) => {
    const { errors } = await ask(handler, `{ referrals(${args}) { totalCount } }`);
    expect(errors[0].extensions.code).toBe(code);
  });

  test('hang on the matter they were made of', async () => {
    const { data } = await ask(
      handler,
      `{ _entities(representations: [{ __typename: "Matter", id: "${MATTER}" },
        { __typename: "Matter", id: "${OTHER_MATTER}" }]) { ... on Matter { referrals { id } } } }`,
    );
    expect(data._entities.map(({ referrals }: { referrals: unknown[] }) => referrals.length)).toEqual([1, 0]);
  });
});

const DOORS = `{ partnerOrganisation(id: "${CENTRE}") { name } partnerOrganisations { name }
  _entities(representations: [{ __typename: "PartnerOrganisation", id: "${CENTRE}" },
    { __typename: "Mediator", id: "${FANG}" }, { __typename: "Institution", id: "${HERE}" }]) { __typename } }`;
const REFERRALS = `{ referrals { totalCount } _entities(representations: [
  { __typename: "Referral", id: "${CONSENTED}" }, { __typename: "Referral", id: "nonsense" }]) { __typename } }`;

describe('a stranger finds nothing at any door:', () => {
  test.each<[string, Viewer]>([
    ['of another institution', buildViewer(ELSEWHERE, ['LEADER'])],
    ['a mediator of another institution', buildViewer(ELSEWHERE, ['MEDIATOR'], { partnerOrganisationId: CENTRE })],
    ['a mediator of no organisation', buildViewer(HERE, ['MEDIATOR'])],
  ])('%s', async (name, stranger) => {
    const { data } = await ask(stranger, DOORS);
    const institution = name.endsWith('no organisation') ? { __typename: 'Institution' } : null;
    expect(data).toEqual({
      partnerOrganisation: null,
      partnerOrganisations: [],
      _entities: [null, null, institution],
    });
    const referred = await ask(stranger, REFERRALS);
    expect(referred.data).toEqual({ referrals: { totalCount: 0 }, _entities: [null, null] });
  });

  test('a handler of another department', async () => {
    const { data } = await ask(buildViewer(HERE, ['HANDLER'], { departmentIds: [SECOND] }), REFERRALS);
    expect(data).toEqual({ referrals: { totalCount: 1 }, _entities: [null, null] });
  });

  test('a mediator of another organisation', async () => {
    const other = buildViewer(HERE, ['MEDIATOR'], { mediatorId: YI, partnerOrganisationId: CHAMBER });
    const { data } = await ask(
      other,
      `{ partnerOrganisations { id } _entities(representations: [
      { __typename: "Referral", id: "${CONSENTED}" }, { __typename: "Mediator", id: "${FANG}" }]) { __typename } }`,
    );
    expect(data).toEqual({ partnerOrganisations: [{ id: CHAMBER }], _entities: [null, null] });
  });

  test.each(['REPORTER', 'AUDITOR', 'SYSTEM_ADMINISTRATOR', 'DUTY_LAWYER'] as const)('the role %s', async (role) => {
    const { errors } = await ask(buildViewer(HERE, [role]), '{ referrals { totalCount } }');
    expect(errors[0].extensions.code).toBe('NOT_ALLOWED');
  });
});

test('a superior reads which partners an institution below has, not what was referred', async () => {
  const above = buildViewer(CITY, ['LEADER']);
  const { data } = await ask(
    above,
    `{ referrals { totalCount } _entities(representations: [{ __typename: "Institution", id: "${HERE}" },
      { __typename: "Referral", id: "${CONSENTED}" }]) { ... on Institution { partnerOrganisations { name } } } }`,
  );
  expect(data.referrals.totalCount).toBe(0);
  expect(data._entities[0].partnerOrganisations).toHaveLength(2);
  expect(data._entities[1]).toBeNull();
});

test('the database holds no dispute in clear', async () => {
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const { rows } = await owner.query('select r::text as stored from mediation.referral r');
  await owner.end();
  for (const { stored } of rows) {
    expect(stored).not.toContain('王勤');
    expect(stored).not.toContain(Buffer.from('王勤').toString('hex'));
  }
});
