import type { LocalDate } from '@everyletter/kit/time';
import pg from 'pg';
import { gradeOf } from '../src/staff/rules/grades.ts';
import {
  DEMO_ACCOUNTS,
  DEMO_LAWYER,
  DEMO_MEDIATOR,
  DEMO_PARTNER,
  DEMO_SECOND_MEDIATOR,
  type DemoAccount,
} from './accounts.ts';
import { plantCalendars, plantReceptionDays } from './duties.ts';
import { grantId } from './ids.ts';
import { COMPLAINTS, DEPARTMENTS, HOME, INSTITUTIONS, LINES, PEOPLE } from './people.ts';
import { plantRotaRules } from './rota.ts';

/** Plants institutions, people, what the demo accounts may do, calendar and reception days; again it changes nothing. */
export async function loadRosterDemo(ownerUrl: string, today: LocalDate): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query('begin');
    await plantInstitutions(client);
    await plantPeople(client);
    await plantGrants(client);
    await plantCalendars(client);
    await plantReceptionDays(client, today);
    await plantRotaRules(client, today);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function plantInstitutions(client: pg.Client): Promise<void> {
  const ancestors: string[] = [];
  for (const { id, name, shortName, level } of INSTITUTIONS) {
    await client.query('insert into roster.institution values ($1, $1, $2, $3, $4, $5, $6) on conflict do nothing', [
      id,
      name,
      shortName,
      level,
      ancestors[0] ?? null,
      ancestors,
    ]);
    ancestors.unshift(id);
  }
  for (const { id, name, kind } of DEPARTMENTS) {
    const head = PEOPLE.find(({ department, roles }) => department === id && roles.includes('DEPARTMENT_HEAD'));
    await client.query('insert into roster.department values ($1, $2, $3, $4, $5) on conflict do nothing', [
      id,
      HOME,
      name,
      kind,
      head?.id ?? null,
    ]);
  }
}

async function plantPeople(client: pg.Client): Promise<void> {
  const accounts = new Map(DEMO_ACCOUNTS.map(({ staffId, id }) => [staffId, id]));
  const insert = `insert into roster.staff (id, institution_id, department_id, name, title, account_id, staff_number, grade)
    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`;
  for (const { id, department, name, title } of PEOPLE) {
    const number = `H${id.slice(-4)}`;
    const grade = gradeOf(title) ?? 'OTHER';
    await client.query(insert, [id, HOME, department, name, title, accounts.get(id) ?? null, number, grade]);
  }
  for (const [leader, departments] of LINES) {
    for (const department of departments) {
      await client.query('insert into roster.responsibility values ($1, $2, $3) on conflict do nothing', [
        HOME,
        leader,
        department,
      ]);
    }
  }
}

/** Staff without an account of their own hold their roles too, under an id nobody can sign in with. */
async function plantGrants(client: pg.Client): Promise<void> {
  const insert = `insert into roster.role_grant
    (id, institution_id, account_id, role, staff_id, lawyer_id, mediator_id, partner_organisation_id)
    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`;
  for (const [at, account] of DEMO_ACCOUNTS.entries()) {
    await client.query(
      `insert into roster.account_card (account_id, institution_id, display_name, email)
       values ($1, $2, $3, $4) on conflict do nothing`,
      [account.id, HOME, account.displayName, account.email],
    );
    const outside = outsideIds(account);
    await client.query(insert, [grantId(at + 1), HOME, account.id, account.role, account.staffId, ...outside]);
  }
  const signedUp = new Set(DEMO_ACCOUNTS.map(({ staffId }) => staffId));
  const others = PEOPLE.filter(({ id }) => !signedUp.has(id));
  for (const [at, { id, roles }] of others.entries()) {
    await client.query(insert, [grantId(100 + at), HOME, id, roles[0], id, null, null, null]);
  }
}

function outsideIds({ role, email }: DemoAccount): (string | null)[] {
  if (role === 'DUTY_LAWYER') return [DEMO_LAWYER, null, null];
  if (role !== 'MEDIATOR') return [null, null, null];
  return [null, email.startsWith('mediator2') ? DEMO_SECOND_MEDIATOR : DEMO_MEDIATOR, DEMO_PARTNER];
}

/** The office as the petitions service knows it. */
export const DEMO_OFFICE = {
  institutionId: HOME,
  name: '北京市海淀区人民检察院',
  numberPrefix: '海检控申',
  address: '北京市海淀区某路1号',
  phone: '12309',
  complaintsDepartmentId: COMPLAINTS,
  ancestorIds: INSTITUTIONS.map(({ id }) => id)
    .filter((id) => id !== HOME)
    .reverse(),
} as const;
