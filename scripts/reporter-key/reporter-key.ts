import { parseArgs } from 'node:util';
import { ApiKeys } from '@everyletter/gateway/keys/api-keys';
import { MAX_PER_HOUR } from '@everyletter/gateway/keys/key-inputs';
import { type KeyScope, REPORT_SCOPES } from '@everyletter/gateway/keys/key-scopes';
import { ConfigError, parseEnv } from '@everyletter/kit/config';
import * as v from 'valibot';
import type { Identity } from '../serve/start-gateway.ts';

/** Whoever gives the command has no account. */
const OPERATOR = '00000000-0000-0000-0000-000000000000';
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
export function makeReporterKey(identity: Pick<Identity, 'pool'>, options: KeyOptions): Promise<string> {
  return makeKey(identity, options, { role: 'REPORTER', words: 'reporter', scopes: REPORT_SCOPES });
}

/** Makes a key for another system that hands petitions in, in the name of a clerk; it reads nothing. */
export function makeIntakeKey(identity: Pick<Identity, 'pool'>, options: KeyOptions): Promise<string> {
  return makeKey(identity, options, { role: 'CLERK', words: 'clerk', scopes: ['INTAKE'] });
}

interface KeyKind {
  readonly role: string;
  readonly words: string;
  readonly scopes: readonly KeyScope[];
}

async function makeKey(
  { pool }: Pick<Identity, 'pool'>,
  { email, name, days }: KeyOptions,
  { role, words, scopes }: KeyKind,
): Promise<string> {
  const { rows } = await pool.query<{ id: string; institution_id: string; roles: string[] }>(
    `select u.id, c.institution_id, c.roles from identity."user" u join roster.viewer_claim c on c.account_id = u.id
     where lower(u.email) = lower($1) and not c.disabled`,
    [email],
  );
  const [account] = rows;
  if (!account) throw new ConfigError([`email: nobody signs in as ${email}`]);
  if (!account.roles.includes(role)) throw new ConfigError([`email: ${email} is no ${words}; keys are for ${words}s`]);
  const { id: accountId, institution_id: institutionId } = account;
  const acting = { accountId: OPERATOR, institutionId, now: new Date() };
  const wanted = { accountId, institutionId, name, days, scopes, perHour: MAX_PER_HOUR };
  const { secret } = await new ApiKeys(pool).create(wanted, acting);
  return secret;
}
