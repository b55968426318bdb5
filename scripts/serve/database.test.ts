import { expect, test } from 'vitest';
import { openServer } from './database.ts';
import type { Secrets } from './secrets.ts';
import { readSettings } from './settings.ts';

test.each([
  ['a port nobody listens on', '127.0.0.1:1', 'ECONNREFUSED'],
  ['a host that is none', 'nowhere.invalid:5432', /ENOTFOUND|EAI_AGAIN/],
])('%s is refused by the name of the setting, without the password', async (_, host, reason) => {
  const settings = readSettings({ DATABASE_URL: `postgresql://somebody:the-password@${host}/letters` });
  const refusal = await openServer(settings, {} as Secrets).catch((error: Error) => error.message);
  expect(refusal).toMatch('DATABASE_URL');
  expect(refusal).toMatch(reason);
  expect(refusal).not.toContain('the-password');
});
