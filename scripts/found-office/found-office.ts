import { createAccount } from '@everyletter/gateway/identity/accounts';
import { ConfigError } from '@everyletter/kit/config';
import { newId } from '@everyletter/kit/id';
import type { Role } from '@everyletter/kit/viewer';
import { writtenCode } from '@everyletter/kit/written-code';
import { plantTerms } from '@everyletter/petitions/demo/terms';
import { knownCalendar, knownSources } from '@everyletter/roster/demo/known-calendar';
import pg from 'pg';
import type { OfficeOptions } from './office-options.ts';

export interface FoundedAccount {
  readonly role: Role;
  readonly email: string;
  /** Good for one sign-in, at which another must be chosen. */
  readonly oneTimePassword: string;
}

/** Groups of five characters in a one-time password. */
const GROUPS = 4;
/** Where the administrators sit: not in the department that reads letters. */
const ADMINISTRATORS_DEPARTMENT = '办公室';

/**
 * Makes an institution that can be signed into: its departments, calendar, policy pack and three administrators, all or
 * nothing. As the owner of the tables, since nobody is there yet who could grant anything.
 * @throws ConfigError when the institution or an account is there already
 */
export async function foundOffice(ownerUrl: string, office: OfficeOptions, now: Date): Promise<FoundedAccount[]> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('found-office'))`);
    await refuseTaken(client, office);
    const institutionId = newId(now);
    const { complaintsId, administratorsId } = await addInstitution(client, institutionId, { office, now });
    await addTerms(client, institutionId, { office, complaintsId });
    const place = { institutionId, departmentId: administratorsId, now };
    const accounts = await addAdministrators(client, office, place);
    await writeDown(client, institutionId, now);
    await client.query('commit');
    return accounts;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}

async function refuseTaken(client: pg.Client, office: OfficeOptions): Promise<void> {
  const taken: string[] = [];
  const refuseIf = async (option: string, statement: string, value: string) => {
    if ((await client.query(statement, [value])).rowCount) taken.push(`${option}: "${value}" is taken`);
  };
  await refuseIf('name', 'select from roster.institution where name = $1', office.name);
  await refuseIf('number-prefix', 'select from petitions.office where number_prefix = $1', office['number-prefix']);
  for (const option of ['system-administrator', 'security-administrator', 'auditor'] as const) {
    await refuseIf(option, 'select from identity."user" where lower(email) = $1', office[option].email);
  }
  if (taken.length > 0) throw new ConfigError(taken);
}

async function addInstitution(
  client: pg.Client,
  id: string,
  { office, now }: { readonly office: OfficeOptions; readonly now: Date },
): Promise<{ readonly complaintsId: string; readonly administratorsId: string }> {
  await client.query(`insert into roster.institution values ($1, $1, $2, $3, $4, null, '{}')`, [
    id,
    office.name,
    office['short-name'],
    office.level,
  ]);
  const addDepartment = async (name: string, kind: string) => {
    const departmentId = newId(now);
    await client.query('insert into roster.department values ($1, $2, $3, $4, null)', [departmentId, id, name, kind]);
    return departmentId;
  };
  return {
    complaintsId: await addDepartment(office['complaints-department'], 'COMPLAINTS_AND_APPEALS'),
    administratorsId: await addDepartment(ADMINISTRATORS_DEPARTMENT, 'GENERAL_OFFICE'),
  };
}

/** Calendar, policy pack and the read copies of the other services. */
async function addTerms(
  client: pg.Client,
  institutionId: string,
  { office, complaintsId }: { readonly office: OfficeOptions; readonly complaintsId: string },
): Promise<void> {
  await plantTerms(client, {
    institutionId,
    name: office.name,
    numberPrefix: office['number-prefix'],
    address: office.address,
    phone: office.phone,
    complaintsDepartmentId: complaintsId,
    ancestorIds: [],
  });
  const { version, years, daysOff, extraWorkdays } = knownCalendar();
  const days = [version, [...years], [...daysOff].sort(), [...extraWorkdays].sort()];
  await client.query('insert into roster.calendar_version values ($1, $2, $3, $4, $5, $6, now())', [
    institutionId,
    ...days,
    JSON.stringify(knownSources()),
  ]);
  await client.query('insert into stations.calendar_version values ($1, $2, $3, $4, $5, now())', [
    institutionId,
    ...days,
  ]);
  for (const service of ['stations', 'mediation']) {
    await client.query(`insert into ${service}.institution values ($1, '{}')`, [institutionId]);
  }
}

async function addAdministrators(
  client: pg.Client,
  office: OfficeOptions,
  {
    institutionId,
    departmentId,
    now,
  }: { readonly institutionId: string; readonly departmentId: string; readonly now: Date },
): Promise<FoundedAccount[]> {
  const people = [
    ['SYSTEM_ADMINISTRATOR', '系统管理员', office['system-administrator']],
    ['SECURITY_ADMINISTRATOR', '安全管理员', office['security-administrator']],
    ['AUDITOR', '安全审计员', office.auditor],
  ] as const;
  const accounts: FoundedAccount[] = [];
  for (const [role, title, { displayName, email }] of people) {
    const accountId = newId(now);
    const staffId = newId(now);
    const oneTimePassword = writtenCode(GROUPS);
    await client.query('insert into roster.staff values ($1, $2, $3, $4, $5, $6)', [
      staffId,
      institutionId,
      departmentId,
      displayName,
      title,
      accountId,
    ]);
    await client.query(
      'insert into roster.account_card (account_id, institution_id, display_name, email) values ($1, $2, $3, $4)',
      [accountId, institutionId, displayName, email],
    );
    await client.query(
      'insert into roster.role_grant (id, institution_id, account_id, role, staff_id) values ($1, $2, $3, $4, $5)',
      [newId(now), institutionId, accountId, role, staffId],
    );
    await createAccount(client, { accountId, email, password: oneTimePassword, displayName, oneTime: true });
    accounts.push({ role, email, oneTimePassword });
  }
  return accounts;
}

/** The first entry of the institution's chain: nobody inside did it. */
async function writeDown(client: pg.Client, institutionId: string, now: Date): Promise<void> {
  const fact = {
    action: 'FOUND_OFFICE',
    actorId: 'CONSOLE',
    subjectType: 'Institution',
    subjectId: institutionId,
    facts: {},
  };
  await client.query('select identity.append_audit($1, $2, $3)', [institutionId, newId(now), JSON.stringify(fact)]);
}
