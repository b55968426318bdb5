import { describe, expect, test } from 'vitest';
import { SERVICES } from '../serve/services.ts';

const published = SERVICES.flatMap(({ publishes = [] }) => publishes);

test.each(SERVICES.map(({ name, publishes = [] }) => [name, publishes] as const))(
  'what %s publishes bears its name, and no other service publishes it',
  (name, events) => {
    for (const event of events) {
      expect(event.startsWith(`${name}.`)).toBe(true);
      expect(published.filter((other) => other === event)).toHaveLength(1);
    }
  },
);

describe.each(SERVICES.map(({ name, hears = [] }) => [name, hears] as const))('%s', (name, hears) => {
  test('hears only what another service publishes', () => {
    expect(hears.filter((event) => event.startsWith(`${name}.`) || !published.includes(event))).toEqual([]);
  });
});
