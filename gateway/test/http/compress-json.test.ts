import { gunzipSync } from 'node:zlib';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { compressJson } from '../../src/http/compress-json.ts';

const long = { rows: Array.from({ length: 200 }, (_, at) => ({ number: `海检控申〔2026〕${at}号` })) };

function server() {
  const app = fastify();
  compressJson(app);
  app.get('/long', () => long);
  app.get('/short', () => ({ number: 1 }));
  app.get('/page', (_, reply) => reply.type('text/html').send('x'.repeat(10_000)));
  return app;
}

test('a long answer is packed for whoever takes it, and is the same inside', async () => {
  const { headers, rawPayload } = await server().inject({ url: '/long', headers: { 'accept-encoding': 'gzip, br' } });
  expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: expect.stringContaining('accept-encoding') });
  expect(rawPayload.length).toBeLessThan(2000);
  expect(JSON.parse(gunzipSync(rawPayload).toString())).toEqual(long);
});

test.each([
  ['one that does not ask', '/long', 'identity'],
  ['a short answer', '/short', 'gzip'],
  ['anything but JSON', '/page', 'gzip'],
])('%s stays as it is', async (_, url, accepted) => {
  const { headers } = await server().inject({ url, headers: { 'accept-encoding': accepted } });
  expect(headers).not.toHaveProperty('content-encoding');
});
