import path from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

test('without variables everything has a default', () => {
  expect(readSettings({})).toEqual({
    port: 4000,
    dataDir: path.resolve('.data'),
    databaseUrl: undefined,
    demo: true,
    logLevel: 'warn',
  });
});

test.each([
  ['PORT', 'http'],
  ['DATA_DIR', ''],
  ['DATABASE_URL', 'localhost:5432'],
  ['DEMO', 'true'],
  ['LOG_LEVEL', 'loud'],
])('%s=%j is refused by name', (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(name);
});
