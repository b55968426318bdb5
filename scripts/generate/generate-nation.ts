import { parseArgs } from 'node:util';
import { ConfigError, parseEnv } from '@everyletter/kit/config';
import type { InstitutionKeys } from '@everyletter/kit/sealing';
import { dayOf } from '@everyletter/kit/time';
import { loadNation } from '@everyletter/petitions/demo/nation/load-nation';
import { nationTree } from '@everyletter/petitions/demo/nation/nation-tree';
import pg from 'pg';
import * as v from 'valibot';
import { type NationAccount, plantNation } from './plant-nation.ts';

const whole = (usual: number, max: number) => {
  const words = `must be a whole number from 1 to ${max}`;
  const number = v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/, words),
    v.transform(Number),
    v.minValue(1, words),
    v.maxValue(max, words),
  );
  return v.optional(number, String(usual));
};
const SHAPE = { petitions: whole(10_000_000, 100_000_000), institutions: whole(3600, 3600), years: whole(10, 20) };

export type NationSize = ReturnType<typeof readNationSize>;

/** @throws ConfigError naming every option that is wrong */
export function readNationSize(given: readonly string[]) {
  const options = Object.fromEntries(Object.keys(SHAPE).map((name) => [name, { type: 'string' }] as const));
  try {
    return parseEnv(SHAPE, parseArgs({ args: [...given], options }).values as Record<string, string | undefined>);
  } catch (error) {
    throw error instanceof ConfigError ? error : new ConfigError([(error as Error).message]);
  }
}

export interface NationPlace {
  readonly ownerUrl: string;
  readonly keys: InstitutionKeys;
  readonly now: Date;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Fills an installation with a nation nobody lives in, for measuring; answers who may sign in to look at it.
 * @throws ConfigError when there is one already
 */
export async function generateNation(size: NationSize, place: NationPlace): Promise<NationAccount[]> {
  const { ownerUrl, keys, now, onProgress } = place;
  const institutions = nationTree(size.institutions);
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query('begin');
    const accounts = await plantNation(client, institutions, now);
    const { petitions, years } = size;
    await loadNation({ ownerUrl, keys, today: dayOf(now), institutions, petitions, years, onProgress });
    await client.query('commit');
    return accounts;
  } finally {
    await client.end();
  }
}
