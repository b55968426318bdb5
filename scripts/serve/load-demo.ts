import { createAccount, createApiKey } from '@everyletter/gateway/identity/accounts';
import type { Auth } from '@everyletter/gateway/identity/auth';
import { dayOf } from '@everyletter/kit/time';
import { loadMediationDemo } from '@everyletter/mediation/demo/load';
import { loadPetitionsDemo } from '@everyletter/petitions/demo/load';
import type { Category } from '@everyletter/petitions/petition/rules/kinds';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@everyletter/roster/demo/accounts';
import { knownCalendar } from '@everyletter/roster/demo/known-calendar';
import { DEMO_OFFICE, loadRosterDemo } from '@everyletter/roster/demo/load';
import { COMPLAINTS, DEPARTMENTS, PEOPLE } from '@everyletter/roster/demo/people';
import { loadStationsDemo } from '@everyletter/stations/demo/load';
import type { Pool } from 'pg';
import type { Database } from './database.ts';
import { counter, step } from './progress.ts';
import type { Secrets } from './secrets.ts';

/** Days the demo key of the reporter is good for. */
const KEY_DAYS = 365;

/** Which categories a department takes; the complaints department takes what no other does. */
const CATEGORIES: Readonly<Record<string, readonly Category[]>> = {
  CRIMINAL: ['CRIMINAL_APPEAL', 'ACCUSATION'],
  CIVIL: ['CIVIL_SUPERVISION'],
  ADMINISTRATIVE: ['ADMINISTRATIVE_SUPERVISION'],
  PUBLIC_INTEREST: ['PUBLIC_INTEREST_CLUE'],
};

export interface DemoParts {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly auth: Auth;
  readonly identityPool: Pool;
}

/** Plants the demonstration once; answers the reporter's key when it was made now, since it is shown only then. */
export async function loadDemo({ database, secrets, auth, identityPool }: DemoParts): Promise<string | null> {
  const today = dayOf(new Date());
  await loadRosterDemo(database.ownerUrl, today);
  const { rowCount } = await identityPool.query('select 1 from identity."user" limit 1');
  const { openMatterIds } = await step('demo petitions', () =>
    loadPetitionsDemo({
      ownerUrl: database.ownerUrl,
      keys: secrets.institutionKeys,
      today,
      office: DEMO_OFFICE,
      departments: demoDepartments(),
      clerkIds: staffWith(COMPLAINTS, 'CLERK'),
      onProgress: counter(),
    }),
  );
  const place = {
    ownerUrl: database.ownerUrl,
    today,
    institution: { id: DEMO_OFFICE.institutionId, ancestorIds: DEMO_OFFICE.ancestorIds },
  };
  await loadStationsDemo({ ...place, calendar: knownCalendar() });
  const { institutionKeys: keys } = secrets;
  await loadMediationDemo({ ...place, keys, departmentId: COMPLAINTS, matterIds: openMatterIds });
  if (rowCount) return null;
  for (const { id, email, displayName } of DEMO_ACCOUNTS) {
    await createAccount(identityPool, { accountId: id, email, password: DEMO_PASSWORD, displayName });
  }
  const reporter = DEMO_ACCOUNTS.find(({ role }) => role === 'REPORTER');
  return reporter ? createApiKey(auth, reporter.id, 'demo', KEY_DAYS) : null;
}

function demoDepartments() {
  const taking = DEPARTMENTS.filter(({ id, kind }) => id === COMPLAINTS || CATEGORIES[kind]);
  const sorted = [...taking].sort((one, other) => Number(other.id === COMPLAINTS) - Number(one.id === COMPLAINTS));
  return sorted.map(({ id, kind, name }) => ({
    id,
    name,
    headId: signerOf(id),
    categories: CATEGORIES[kind] ?? [],
    handlerIds: staffWith(id, 'HANDLER'),
  }));
}

/** A department without a head is signed for by a leader. */
function signerOf(departmentId: string): string {
  const leader = PEOPLE.find(({ roles }) => roles.includes('LEADER'))?.id ?? '';
  return staffWith(departmentId, 'DEPARTMENT_HEAD')[0] ?? leader;
}

function staffWith(departmentId: string, role: 'CLERK' | 'HANDLER' | 'DEPARTMENT_HEAD'): string[] {
  return PEOPLE.filter(({ department, roles }) => department === departmentId && roles.includes(role)).map(
    ({ id }) => id,
  );
}
