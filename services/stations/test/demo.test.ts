import { randomBytes } from 'node:crypto';
import { InstitutionKeys } from '@everyletter/kit/sealing';
import { buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadStationsDemo } from '../demo/load.ts';
import { DEMO_LAWYERS } from '../demo/people.ts';
import { stationsService } from '../src/service.ts';

const HERE = '01900000-0000-7000-8000-000000000001';
const calendar = { version: 1, years: new Set([2026]), daysOff: new Set([]), extraWorkdays: new Set([]) };
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase([stationsService]);
});
afterAll(() => database.stop());

test('past working days are covered, days to come not quite; loading again adds nothing', async () => {
  const keys = new InstitutionKeys(randomBytes(32));
  const institution = { id: HERE, ancestorIds: [] };
  const options = { institution, calendar, keys, matterIds: [], ownerUrl: database.ownerUrl };
  await loadStationsDemo({ ...options, today: localDate('2026-11-23') });
  await loadStationsDemo({ ...options, today: localDate('2026-11-24') });
  const stations = await database.start(stationsService, { clock: () => new Date('2026-11-23T04:00:00Z') });
  const report = (from: string, to: string) => `coverageReport(period: { from: "${from}", to: "${to}" }) { rate }`;
  const { data } = await stations.execute(
    {
      query: `{ lawyers { id } _entities(representations: [{ __typename: "Institution", id: "${HERE}" }]) {
        ... on Institution { past: ${report('2017-01-01', '2026-11-23')} next: ${report('2026-11-24', '2026-12-31')} } } }`,
    },
    buildViewer(HERE, ['LEADER']),
  );
  const { lawyers, _entities } = JSON.parse(JSON.stringify(data));
  expect(lawyers).toHaveLength(DEMO_LAWYERS.length);
  expect(_entities[0].past.rate).toBe(1);
  expect(_entities[0].next.rate).toBeGreaterThan(0.5);
  expect(_entities[0].next.rate).toBeLessThan(1);
});
