import { expect, test } from 'vitest';
import { startRounds } from './background.ts';

const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

test('a call during a round makes one more, and stopping waits for the one in hand', async () => {
  const log: string[] = [];
  const background = startRounds({
    round: async () => {
      log.push('in');
      await soon();
      log.push('out');
    },
    onError: () => log.push('error'),
    everyMs: 60_000,
  });
  background.wake();
  background.wake();
  await background.stop();
  background.wake();
  await soon();
  expect(log).toEqual(['in', 'out']);
});

test('a round that fails is followed by the next', async () => {
  let rounds = 0;
  const errors: unknown[] = [];
  const background = startRounds({
    round: async () => {
      rounds += 1;
      if (rounds === 1) throw new Error('once');
    },
    onError: (error) => errors.push(error),
    everyMs: 1,
  });
  while (rounds < 3) await soon();
  await background.stop();
  expect(errors).toHaveLength(1);
});
