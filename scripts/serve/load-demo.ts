import { createAccount } from '@everyletter/gateway/identity/accounts';
import { dayOf } from '@everyletter/kit/time';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@everyletter/roster/demo/accounts';
import type { Pool } from 'pg';
import type { Database } from './database.ts';
import { plantKeys } from './demo-keys.ts';
import { loadServices } from './load-services.ts';
import { counter, step } from './progress.ts';
import type { Secrets } from './secrets.ts';

export interface DemoParts {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly identityPool: Pool;
}

/** Plants the demonstration once; answers the reporter's key when it was made now, since it is shown only then. */
export async function loadDemo({ database, secrets, identityPool }: DemoParts): Promise<string | null> {
  const { ownerUrl } = database;
  const { institutionKeys: keys } = secrets;
  await step('demo data', () => loadServices({ ownerUrl, keys, today: dayOf(new Date()), onProgress: counter() }));
  for (const { id, email, displayName } of DEMO_ACCOUNTS) {
    await createAccount(identityPool, { accountId: id, email, password: DEMO_PASSWORD, displayName });
  }
  return plantKeys(identityPool);
}
