import type { KeyObject } from 'node:crypto';
import { type Background, startRounds } from '@everyletter/kit/background';
import pg from 'pg';
import { writeHeads } from './signed-heads.ts';

/** Milliseconds between two looks at the chains: an attacker has that long to cut a tail unnoticed. */
const EVERY_MS = 60_000;

export interface KeepHeadsOptions {
  readonly ownerUrl: string;
  readonly file: string;
  readonly key: KeyObject;
  readonly onError: (error: unknown) => void;
}

/** Writes signed heads while the product runs, and a last time when it stops. */
export function keepHeads({ ownerUrl, file, key, onError }: KeepHeadsOptions): Background {
  const round = async () => {
    const client = new pg.Client(ownerUrl);
    await client.connect();
    try {
      await writeHeads(client, file, { key, at: new Date() });
    } finally {
      await client.end();
    }
  };
  const rounds = startRounds({ round, onError, everyMs: EVERY_MS });
  return {
    wake: rounds.wake,
    async stop() {
      await rounds.stop();
      await round().catch(onError);
    },
  };
}
