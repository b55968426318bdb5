import { hash } from '@node-rs/argon2';
import type { Pool } from 'pg';

export interface NewAccount {
  readonly accountId: string;
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  /** Somebody else knows the password: it must be changed before it opens anything. */
  readonly oneTime?: boolean;
}

/** Makes an account with a password; doing it again changes nothing. What it may do is granted in the roster. */
export async function createAccount(
  pool: Pick<Pool, 'query'>,
  { accountId, email, password, displayName, oneTime = false }: NewAccount,
): Promise<void> {
  const { rowCount } = await pool.query('select 1 from identity."user" where "id" = $1 or "email" = $2', [
    accountId,
    email,
  ]);
  if (rowCount) return;
  // One statement: an account is there with its password or not at all.
  await pool.query(
    `with made as (
       insert into identity."user" ("id", "name", "email", "emailVerified") values ($1, $2, $3, true)
       on conflict do nothing returning "id"
     ), secret as (
       insert into identity.account ("accountId", "providerId", "userId", "password")
       select "id"::text, 'credential', "id", $4 from made
     )
     insert into identity.one_time_password (user_id) select "id" from made where $5::boolean`,
    [accountId, displayName, email, await hash(password), oneTime],
  );
}
