import { NotFound } from '@everyletter/kit/errors';
import { newFeedToken } from '@everyletter/kit/feed';
import type { Viewer } from '@everyletter/kit/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf, TestGateway } from './test-gateway.ts';

const HOME = '01940000-0000-7000-8000-000100000004';
const gateway = new TestGateway();
const asked: { subgraph: string; path: string; viewer: Viewer }[] = [];
const GOOD = newFeedToken(HOME);
const REFUSED = newFeedToken(HOME);

beforeAll(() =>
  gateway.open({
    files: async (subgraph, { path }, viewer) => {
      asked.push({ subgraph, path, viewer });
      if (subgraph !== 'roster') throw new NotFound('FILE_NOT_FOUND');
      const status = path.includes(REFUSED) ? 404 : 200;
      return { status, headers: { 'content-type': 'text/calendar; charset=utf-8' }, body: Buffer.from('BEGIN') };
    },
  }),
);
afterAll(() => gateway.close());

test('a calendar app needs the address and no session, and is nobody', async () => {
  const response = await fetch(`${gateway.base}/feeds/roster/${GOOD}.ics`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(await response.text()).toBe('BEGIN');
  const { path, viewer } = asked.at(-1) ?? {};
  expect(path).toBe(`feeds/${GOOD}.ics`);
  expect(viewer).toMatchObject({ institutionId: HOME, roles: [], staffId: null, via: 'FEED' });
});

test.each([
  ['one that opens nothing', `roster/${REFUSED}.ics`],
  ['one of no such subgraph', `nowhere/${GOOD}.ics`],
  ['one that cannot be a token', 'roster/abc.ics'],
  ['a way out of the folder', `roster/..%2F..%2Freplies.ics`],
])('of a token, %s cannot be told from any other wrong one', async (_, address) => {
  const response = await fetch(`${gateway.base}/feeds/${address}`);
  expect(response.status).toBe(404);
  expect(await codeOf(response)).toBe('FEED_NOT_FOUND');
});

test('a feed is read, not written', async () => {
  expect((await gateway.post(`/feeds/roster/${GOOD}.ics`, {})).status).toBe(404);
});
