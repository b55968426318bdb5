import { expect, test } from 'vitest';
import type { Arrival } from '../../petition/rules/track.ts';
import { routeArrival } from './route-arrival.ts';
import { DEFAULT_RULES } from './triage-rule.ts';

const signedLetter: Arrival = {
  channel: 'LETTER',
  category: 'CRIMINAL_APPEAL',
  identityKind: 'REAL_NAME',
  fromSuperior: false,
};

test.each<[string, Partial<Arrival>, string]>([
  ['a signed letter', {}, 'REAL_NAME'],
  ['an order from above, even unclear', { fromSuperior: true, category: 'OTHER' }, 'SUPERIOR_ASSIGNED'],
  ['the channel of orders', { channel: 'SUPERIOR_ASSIGNED' }, 'SUPERIOR_ASSIGNED'],
  ['an unclear category, even signed', { category: 'OTHER' }, 'HARD_TO_CLASSIFY'],
  ['an anonymous letter of a clear category', { identityKind: 'ANONYMOUS' }, 'CLEAR_NATURE'],
  ['a letter under another name', { identityKind: 'PSEUDONYMOUS' }, 'CLEAR_NATURE'],
  ['a signed online petition', { channel: 'ONLINE' }, 'CLEAR_NATURE'],
])('%s', (_, change, track) => {
  expect(routeArrival(DEFAULT_RULES, { ...signedLetter, ...change }).track).toBe(track);
});
