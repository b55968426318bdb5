import type { InstitutionKeys } from '@everyletter/kit/sealing';
import type { LocalDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import pg from 'pg';
import { plantPartners } from './partners.ts';
import { plantReferrals } from './referrals.ts';

export interface MediationDemoOptions {
  /** As the owner of the tables. */
  readonly ownerUrl: string;
  readonly keys: InstitutionKeys;
  readonly today: LocalDate;
  readonly calendar: WorkCalendar;
  readonly institution: { readonly id: string; readonly ancestorIds: readonly string[] };
  /** The department that proposes referrals. */
  readonly departmentId: string;
  /** Matters in hand, as the petitions demo planted them; a few of them are referred. */
  readonly matterIds: readonly string[];
}

/** Plants partners, mediators and a few referrals; again it changes nothing. */
export async function loadMediationDemo(options: MediationDemoOptions): Promise<void> {
  const { institution, ...rest } = options;
  const institutionId = institution.id;
  const client = new pg.Client(options.ownerUrl);
  await client.connect();
  try {
    await client.query('begin');
    await client.query('insert into mediation.institution values ($1, $2) on conflict do nothing', [
      institutionId,
      institution.ancestorIds,
    ]);
    await plantCalendar(client, { institutionId, calendar: options.calendar });
    await plantPartners(client, { institutionId, today: options.today });
    await plantReferrals(client, { ...rest, institutionId });
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** Of the roster: the copy begins with what was published before. */
async function plantCalendar(
  client: pg.Client,
  { institutionId, calendar }: { readonly institutionId: string; readonly calendar: WorkCalendar },
): Promise<void> {
  await client.query(
    'insert into mediation.calendar_version values ($1, $2, $3, $4, $5, now()) on conflict do nothing',
    [
      institutionId,
      calendar.version,
      [...calendar.years],
      [...calendar.daysOff].sort(),
      [...calendar.extraWorkdays].sort(),
    ],
  );
}
