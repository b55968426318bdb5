import { createAccount, createApiKey } from '@everyletter/gateway/identity/accounts';
import type { Auth } from '@everyletter/gateway/identity/auth';
import { dayOf } from '@everyletter/kit/time';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@everyletter/roster/demo/accounts';
import type { Pool } from 'pg';
import type { Database } from './database.ts';
import { loadServices } from './load-services.ts';
import { counter, step } from './progress.ts';
import type { Secrets } from './secrets.ts';

/** Days the demo key of the reporter is good for. */
const KEY_DAYS = 365;

export interface DemoParts {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly auth: Auth;
  readonly identityPool: Pool;
}

/** Plants the demonstration once; answers the reporter's key when it was made now, since it is shown only then. */
export async function loadDemo({ database, secrets, auth, identityPool }: DemoParts): Promise<string | null> {
  const { ownerUrl } = database;
  const { institutionKeys: keys } = secrets;
  await step('demo data', () => loadServices({ ownerUrl, keys, today: dayOf(new Date()), onProgress: counter() }));
  for (const { id, email, displayName } of DEMO_ACCOUNTS) {
    await createAccount(identityPool, { accountId: id, email, password: DEMO_PASSWORD, displayName });
  }
  return demoKey(auth, identityPool);
}

/** Made last: a first start that was cut short before it makes one the next time. */
async function demoKey(auth: Auth, identityPool: Pool): Promise<string | null> {
  const { rowCount } = await identityPool.query(`select 1 from identity.apikey where name = 'demo'`);
  const reporter = DEMO_ACCOUNTS.find(({ role }) => role === 'REPORTER');
  return rowCount || !reporter ? null : createApiKey(auth, reporter.id, 'demo', KEY_DAYS);
}
