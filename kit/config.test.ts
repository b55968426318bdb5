import { expect, test } from 'vitest';
import { ConfigError, databaseUrlSetting, parseEnv, portSetting, switchSetting } from './config.ts';

const shape = { PORT: portSetting(4000), DEMO: switchSetting(true), DATABASE_URL: databaseUrlSetting };

test('absent variables take their defaults', () => {
  expect(parseEnv(shape, {})).toEqual({ PORT: 4000, DEMO: true });
});

test('given variables are read', () => {
  const env = { PORT: '8080', DEMO: '0', DATABASE_URL: 'postgresql://me@db/everyletter' };
  expect(parseEnv(shape, env)).toEqual({ PORT: 8080, DEMO: false, DATABASE_URL: 'postgresql://me@db/everyletter' });
});

test.each([
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '40o0'],
  ['DEMO', 'yes'],
  ['DATABASE_URL', 'mysql://db'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => parseEnv(shape, { [name]: value })).toThrow(name);
});

test('everything that is wrong is said at once', () => {
  try {
    parseEnv(shape, { PORT: 'x', DEMO: '2' });
    expect.unreachable();
  } catch (error) {
    expect((error as ConfigError).problems.map((problem) => problem.split(':')[0])).toEqual(['PORT', 'DEMO']);
  }
});
