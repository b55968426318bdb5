import type { KeyObject } from 'node:crypto';
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

/** Writes signed heads while the product runs, one look after the other, and a last time when it stops. */
export function keepHeads({ ownerUrl, file, key, onError }: KeepHeadsOptions): { stop(): Promise<void> } {
  const round = async () => {
    const client = new pg.Client(ownerUrl);
    await client.connect();
    try {
      await writeHeads(client, file, { key, at: new Date() });
    } finally {
      await client.end();
    }
  };
  let last = Promise.resolve();
  const look = () => {
    last = last.then(round).catch(onError);
    return last;
  };
  void look();
  const timer = setInterval(look, EVERY_MS).unref();
  return {
    stop: () => {
      clearInterval(timer);
      return look();
    },
  };
}
