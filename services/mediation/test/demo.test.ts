import { randomBytes } from 'node:crypto';
import { InstitutionKeys } from '@everyletter/kit/sealing';
import { buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadMediationDemo } from '../demo/load.ts';
import { mediationService } from '../src/service.ts';

const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
/** The roster's demo mediator belongs to this one. */
const PARTNER = '01940000-0000-7000-8000-000800000001';
const FANG = '01940000-0000-7000-8000-000700000001';
const keys = new InstitutionKeys(randomBytes(32));
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase([mediationService]);
});
afterAll(() => database.stop());

test('partners and referrals are there; loading again adds nothing', async () => {
  const options = {
    ownerUrl: database.ownerUrl,
    keys,
    today: localDate('2026-11-23'),
    institution: { id: id(1), ancestorIds: [] },
    calendar: { version: 1, years: new Set([2026]), daysOff: new Set([]), extraWorkdays: new Set([]) } as const,
    departmentId: id(11),
    matterIds: [id(41), id(42), id(43)],
  };
  await loadMediationDemo(options);
  await loadMediationDemo({ ...options, today: localDate('2026-11-24') });
  const mediation = await database.start(mediationService, { keys, clock: () => new Date('2026-11-23T04:00:00Z') });
  const query = '{ partnerOrganisations { mediators { name } } referrals { totalCount edges { node { dispute } } } }';
  const office = await mediation.execute({ query }, buildViewer(id(1), ['LEADER']));
  expect(office.errors).toBeUndefined();
  expect(office.data).toMatchObject({ referrals: { totalCount: 3 } });
  const mediator = buildViewer(id(1), ['MEDIATOR'], { mediatorId: FANG, partnerOrganisationId: PARTNER });
  const portal = await mediation.execute({ query }, mediator);
  expect(portal.data).toMatchObject({
    partnerOrganisations: [{ mediators: [{ name: '和敬之' }, { name: '方和' }] }],
    referrals: { totalCount: 1 },
  });
});
