import type { LocalDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import type pg from 'pg';
import { defaultPack } from '../src/policy-pack/rules/default-pack.ts';
import type { TermsInForce } from '../src/policy-pack/terms.repository.ts';
import { knownCalendar } from './known-calendar.ts';

/** The office as its letters name it. */
export interface DemoOffice {
  readonly institutionId: string;
  readonly name: string;
  readonly numberPrefix: string;
  readonly address: string;
  readonly phone: string;
  readonly complaintsDepartmentId: string;
  /** Institutions above, from the next one up; they read this one's figures. */
  readonly ancestorIds: readonly string[];
}

/** Sets an institution up for its first petition; what is there already, stays. */
export async function plantTerms(client: pg.Client, office: DemoOffice): Promise<TermsInForce> {
  const { institutionId, name, numberPrefix, address, phone, complaintsDepartmentId, ancestorIds } = office;
  const calendar = knownCalendar();
  await client.query('insert into petitions.office values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing', [
    institutionId,
    name,
    numberPrefix,
    address,
    phone,
    complaintsDepartmentId,
    ancestorIds,
  ]);
  await client.query('insert into petitions.policy_pack values ($1, $2, $3, $4) on conflict do nothing', [
    institutionId,
    defaultPack.version,
    defaultPack.effectiveFrom,
    JSON.stringify(defaultPack),
  ]);
  await plantCalendar(client, institutionId, calendar);
  return { pack: defaultPack, calendar };
}

async function plantCalendar(client: pg.Client, institutionId: string, calendar: WorkCalendar): Promise<void> {
  const days = (set: ReadonlySet<LocalDate>) => [...set].sort();
  await client.query(
    `insert into petitions.calendar_version (institution_id, version, years, days_off, extra_workdays, received_at)
     select $1, $2, $3, $4, $5, now()
     where not exists (select from petitions.calendar_version where institution_id = $1)
     on conflict do nothing`,
    [institutionId, calendar.version, [...calendar.years], days(calendar.daysOff), days(calendar.extraWorkdays)],
  );
}
