import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { createAccount } from './accounts.ts';

/** What every code of an invitation looks like; any other password is not asked about. */
const CODE = /^[a-z2-9]{5}(?:-[a-z2-9]{5}){3}$/;

export interface FirstSignIn {
  readonly email: string;
  /** What was given as the password. */
  readonly code: string;
  readonly now: Date;
}

/**
 * The first sign-in of somebody invited: opens the account with the code as its one-time password, both or neither.
 * The roster says whether the code holds, once.
 */
export async function redeemInvitation(pool: Pool, { email, code, now }: FirstSignIn): Promise<void> {
  if (!CODE.test(code)) return;
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ account_id: string; display_name: string }>(
      'select * from roster.redeem_invitation($1, $2, $3)',
      [email.trim(), createHash('sha256').update(code).digest('base64url'), now],
    );
    const [invited] = rows;
    if (invited) {
      const { account_id: accountId, display_name: displayName } = invited;
      const address = email.trim().toLowerCase();
      await createAccount(client, { accountId, email: address, password: code, displayName, oneTime: true });
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
