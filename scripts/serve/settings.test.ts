import path from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

test('without variables everything has a default', () => {
  expect(readSettings({})).toEqual({
    port: 4000,
    dataDir: path.resolve('.data'),
    auditHeadsFile: path.resolve('.data/audit-heads.jsonl'),
    databaseUrl: undefined,
    demo: true,
    logLevel: 'warn',
    publicUrl: 'http://localhost:4000',
    allowedOrigins: [],
    mail: { from: 'EveryLetter <no-reply@localhost>', folder: path.resolve('.data/mail') },
    oidc: undefined,
  });
});

test.each([
  ['PORT', 'http'],
  ['DATA_DIR', ''],
  ['DATABASE_URL', 'localhost:5432'],
  ['DEMO', 'true'],
  ['LOG_LEVEL', 'loud'],
  ['PUBLIC_URL', 'letters.example'],
  ['OIDC_ISSUER', 'provider'],
  ['SMTP_URL', 'mail.example'],
  ['MAIL_FROM', 'desk'],
  ['ALLOWED_ORIGINS', 'reports.example'],
  ['ALLOWED_ORIGINS', 'https://reports.example/,https://other.example'],
])('%s=%j is refused by name', (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(name);
});

test('other sites are separated by commas, with or without a space', () => {
  const { allowedOrigins } = readSettings({ ALLOWED_ORIGINS: 'https://reports.example, https://other.example' });
  expect(allowedOrigins).toEqual(['https://reports.example', 'https://other.example']);
});

test('half of an identity provider is refused by what is missing', () => {
  expect(() => readSettings({ OIDC_ISSUER: 'https://id.example' })).toThrow('OIDC_CLIENT_ID');
});
