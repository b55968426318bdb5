import { parseArgs } from 'node:util';
import { createApiKey } from '@everyletter/gateway/identity/accounts';
import { ConfigError, parseEnv } from '@everyletter/kit/config';
import * as v from 'valibot';
import type { Identity } from '../serve/start-gateway.ts';

const DAYS = 'must be a number of days from 1 to 365';
const SHAPE = {
  /** The reporter it is for, who must have an account. */
  email: v.pipe(v.optional(v.string(), ''), v.nonEmpty('is missing')),
  /** What it is for, as the list of keys will say. */
  name: v.pipe(v.optional(v.string(), 'reports'), v.maxLength(40, 'must have at most 40 characters')),
  days: v.pipe(
    v.optional(v.string(), '365'),
    v.regex(/^\d{1,3}$/, DAYS),
    v.transform(Number),
    v.minValue(1, DAYS),
    v.maxValue(365, DAYS),
  ),
};

export type KeyOptions = ReturnType<typeof readKeyOptions>;

/** @throws ConfigError naming every option that is missing or wrong */
export function readKeyOptions(given: readonly string[]) {
  const options = Object.fromEntries(Object.keys(SHAPE).map((name) => [name, { type: 'string' }] as const));
  try {
    return parseEnv(SHAPE, parseArgs({ args: [...given], options }).values as Record<string, string | undefined>);
  } catch (error) {
    throw error instanceof ConfigError ? error : new ConfigError([(error as Error).message]);
  }
}

/** Makes a key for a reporter's scripts; it is stored as a hash, so that this is the only time it can be read. */
export function makeReporterKey(identity: Identity, options: KeyOptions): Promise<string> {
  return makeKey(identity, options, { role: 'REPORTER', words: 'reporter' });
}

/** Makes a key for another system that hands petitions in, in the name of a clerk; it reads nothing. */
export function makeIntakeKey(identity: Identity, options: KeyOptions): Promise<string> {
  return makeKey(identity, options, { role: 'CLERK', words: 'clerk' });
}

async function makeKey(
  { pool, auth }: Identity,
  { email, name, days }: KeyOptions,
  { role, words }: { readonly role: string; readonly words: string },
): Promise<string> {
  const { rows } = await pool.query<{ id: string; roles: string[] }>(
    `select u.id, c.roles from identity."user" u join roster.viewer_claim c on c.account_id = u.id
     where lower(u.email) = lower($1) and not c.disabled`,
    [email],
  );
  const [account] = rows;
  if (!account) throw new ConfigError([`email: nobody signs in as ${email}`]);
  if (!account.roles.includes(role)) throw new ConfigError([`email: ${email} is no ${words}; keys are for ${words}s`]);
  return createApiKey(auth, account.id, name, days);
}
