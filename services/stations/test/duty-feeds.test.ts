import type { Service } from '@everyletter/kit/service';
import { feedViewer } from '@everyletter/kit/viewer';
import { beforeAll, expect, test } from 'vitest';
import { stationsService } from '../src/service.ts';
import { ask, colleague, database, HALL, HERE, lawyer, OUYANG, openStations, SHIFT } from './build.ts';

openStations();

let stations: Service;
beforeAll(async () => {
  stations = await database.start(stationsService, { clock: () => new Date('2026-11-23T04:00:00Z') });
});

const read = (path: string) =>
  stations.files({ method: 'GET', path: path.replace('/feeds/stations/', 'feeds/') }, feedViewer(HERE, 'test'));
const issue = async (viewer: typeof lawyer, station = '') =>
  (await ask(viewer, `mutation { issueDutyFeed${station ? `(stationId: "${station}")` : ''} { path } }`)).data
    .issueDutyFeed.path as string;

test('a lawyer’s calendar holds their duties and no other; a new address ends the old one', async () => {
  const first = await issue(lawyer);
  const text = (await read(first)).body.toString();
  expect(text).toContain(`duty-${SHIFT}@stations.everyletter`);
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(text).toContain('DTSTART:20261123T010000Z');
  const second = await issue(lawyer);
  expect((await read(first)).status).toBe(404);
  expect((await read(second)).status).toBe(200);
  await ask(lawyer, 'mutation { revokeDutyFeed { revoked } }');
  expect((await read(second)).status).toBe(404);
});

test('a duty that was declined stays in the calendar as called off', async () => {
  const path = await issue(lawyer);
  await database.rows(`update stations.assignment set status = 'DECLINED' where id = $1`, [SHIFT]);
  expect((await read(path)).body.toString()).toContain('STATUS:CANCELLED');
  await database.rows(`update stations.lawyer set ended_on = '2026-11-22' where id = $1`, [OUYANG]);
  expect((await read(path)).status).toBe(404);
  await database.rows('update stations.lawyer set ended_on = null where id = $1', [OUYANG]);
});

test('a station’s calendar names who is there, and only its administrator makes the address', async () => {
  const text = (await read(await issue(colleague, HALL))).body.toString();
  expect(text).toContain('梁知秋');
  const { errors } = await ask(lawyer, `mutation { issueDutyFeed(stationId: "${HALL}") { path } }`);
  expect(errors[0].extensions.code).toBe('NOT_ALLOWED');
});
