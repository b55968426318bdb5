import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { buildViewer } from './testing.ts';
import { signViewerToken, ViewerTokens } from './viewer.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const viewer = buildViewer('01900000-0000-7000-8000-000000000001', ['CLERK']);
const BODY = '{"query":"{ viewer { roles } }"}';

test('a token opens its own subgraph for its own body, once', async () => {
  const tokens = new ViewerTokens('roster', publicKey);
  const token = await signViewerToken(viewer, 'roster', BODY, privateKey);
  expect(await tokens.verify(token, BODY)).toEqual(viewer);
  await expect(tokens.verify(token, BODY)).rejects.toMatchObject({ code: 'VIEWER_TOKEN_REUSED' });
});

test('a missing token is refused', async () => {
  await expect(new ViewerTokens('roster', publicKey).verify(undefined, BODY)).rejects.toMatchObject({
    code: 'VIEWER_TOKEN_MISSING',
  });
});

test.each([
  ['for another subgraph', 'stations', BODY, privateKey],
  ['over another body', 'roster', '{}', privateKey],
  ['under another key', 'roster', BODY, generateKeyPairSync('ed25519').privateKey],
])('a token %s is refused', async (_, audience, body, key) => {
  const token = await signViewerToken(viewer, audience, body, key);
  await expect(new ViewerTokens('roster', publicKey).verify(token, BODY)).rejects.toMatchObject({
    code: 'VIEWER_TOKEN_INVALID',
  });
});
