import { createAccount } from '@everyletter/gateway/identity/accounts';
import { ConfigError } from '@everyletter/kit/config';
import { newId } from '@everyletter/kit/id';
import { writtenCode } from '@everyletter/kit/written-code';
import type { NationInstitution } from '@everyletter/petitions/demo/nation/nation-tree';
import { knownCalendar, knownSources } from '@everyletter/roster/demo/known-calendar';
import type pg from 'pg';

/** The leader of one institution of each level. */
export interface NationAccount {
  readonly institution: string;
  readonly email: string;
  /** Good for one sign-in, at which another must be chosen. */
  readonly oneTimePassword: string;
}

/** Groups of five characters in a one-time password. */
const GROUPS = 4;

/** Institutions, their departments, people and calendars, where the roster and the services that copy it keep them. */
export async function plantNation(
  client: pg.Client,
  institutions: readonly NationInstitution[],
  now: Date,
): Promise<NationAccount[]> {
  const [root] = institutions;
  if ((await client.query('select from roster.institution where id = $1', [root?.institutionId])).rowCount) {
    throw new ConfigError(['There is a generated nation here already']);
  }
  for (const institution of institutions) await plantInstitution(client, institution);
  const levels = Map.groupBy(institutions, ({ level }) => level);
  const accounts: NationAccount[] = [];
  for (const [first] of levels.values()) if (first) accounts.push(await plantLeader(client, first, now));
  return accounts;
}

async function plantInstitution(client: pg.Client, institution: NationInstitution): Promise<void> {
  const { institutionId: id, name, shortName, level, ancestorIds, clerkId, handlerIds } = institution;
  const { complaintsDepartmentId, criminalDepartmentId } = institution;
  const { version, years, daysOff, extraWorkdays } = knownCalendar();
  const days = [version, [...years], [...daysOff].sort(), [...extraWorkdays].sort()];
  const insert = (table: string, values: readonly unknown[]) =>
    client.query(`insert into ${table} values (${values.map((_, at) => `$${at + 1}`).join(', ')})`, [...values]);
  await insert('roster.institution', [id, id, name, shortName, level, ancestorIds[0] ?? null, ancestorIds]);
  await insert('roster.department', [complaintsDepartmentId, id, '控告申诉检察部门', 'COMPLAINTS_AND_APPEALS', null]);
  await insert('roster.department', [criminalDepartmentId, id, '刑事检察部门', 'CRIMINAL', null]);
  await insert('roster.staff', [clerkId, id, complaintsDepartmentId, `接访员${shortName}`, '接访员', null]);
  for (const [at, staffId] of handlerIds.entries()) {
    await insert('roster.staff', [staffId, id, criminalDepartmentId, `承办人${shortName}-${at + 1}`, '检察官', null]);
  }
  await insert('roster.calendar_version', [id, ...days, JSON.stringify(knownSources()), new Date()]);
  await insert('stations.calendar_version', [id, ...days, new Date()]);
  for (const service of ['stations', 'mediation']) await insert(`${service}.institution`, [id, ancestorIds]);
}

async function plantLeader(client: pg.Client, institution: NationInstitution, now: Date): Promise<NationAccount> {
  const { institutionId, name, shortName, complaintsDepartmentId } = institution;
  const [accountId, staffId, displayName] = [newId(now), newId(now), `院领导${shortName}`];
  const [email, oneTimePassword] = [`leader-${shortName}@nation.example`, writtenCode(GROUPS)];
  await client.query('insert into roster.staff values ($1, $2, $3, $4, $5, $6)', [
    staffId,
    institutionId,
    complaintsDepartmentId,
    displayName,
    '副检察长',
    accountId,
  ]);
  await client.query(
    'insert into roster.account_card (account_id, institution_id, display_name, email) values ($1, $2, $3, $4)',
    [accountId, institutionId, displayName, email],
  );
  await client.query(
    'insert into roster.role_grant (id, institution_id, account_id, role, staff_id) values ($1, $2, $3, $4, $5)',
    [newId(now), institutionId, accountId, 'LEADER', staffId],
  );
  await createAccount(client, { accountId, email, password: oneTimePassword, displayName, oneTime: true });
  return { institution: name, email, oneTimePassword };
}
