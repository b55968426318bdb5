import { expect, test } from 'vitest';
import { createLog } from './log.ts';
import { Rounds } from './rounds.ts';

const log = createLog('test', 'silent');

test('a round comes again, also after one that failed, until it is stopped', async () => {
  let rounds = 0;
  const third = Promise.withResolvers<void>();
  const running = new Rounds(
    0,
    async () => {
      rounds += 1;
      if (rounds === 3) third.resolve();
      if (rounds === 1) throw new Error('the first goes wrong');
    },
    log,
  );
  running.start();
  await third.promise;
  await running.stop();
  const atStop = rounds;
  await new Promise((resolve) => setImmediate(resolve));
  expect(rounds).toBe(atStop);
});

test('stopping waits for the round under way', async () => {
  const half = Promise.withResolvers<void>();
  let isDone = false;
  const running = new Rounds(
    60,
    async () => {
      await half.promise;
      isDone = true;
    },
    log,
  );
  running.start();
  const stopped = running.stop();
  half.resolve();
  await stopped;
  expect(isDone).toBe(true);
});
