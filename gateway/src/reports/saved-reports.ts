import { newId } from '@everyletter/kit/id';
import type { Pool, PoolClient } from 'pg';
import { Refusal } from '../http/refusal.ts';
import { inInstitution } from '../identity/in-institution.ts';

/** Of one account. */
const MAX_SAVED = 200;

export interface Report {
  readonly name: string;
  readonly document: string;
  /** Filled in where the caller leaves them out. */
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface SavedReport extends Report {
  readonly id: string;
  readonly shared: boolean;
  readonly version: number;
  readonly accountId: string;
  readonly owner: string;
  readonly changedAt: Date;
}

export interface WantedReport extends Report {
  readonly shared: boolean;
  /** Of what is on the writer's screen; null for one that is not there yet. */
  readonly version: number | null;
}

export interface Owner {
  readonly accountId: string;
  readonly institutionId: string;
  readonly now: Date;
}

const COLUMNS = `s.id, s.name, s.document, s.variables, s.shared, s.version, s.account_id as "accountId",
  u.name as owner, s.changed_at as "changedAt"`;
const FROM = 'identity.saved_report s join identity."user" u on u.id = s.account_id';

/** Queries under a name: one's own, and those that colleagues of the institution share. */
export class SavedReports {
  constructor(private readonly pool: Pool) {}

  list({ institutionId, accountId }: Omit<Owner, 'now'>): Promise<SavedReport[]> {
    return inInstitution(this.pool, institutionId, async (client) => {
      const { rows } = await client.query<SavedReport>(
        `select ${COLUMNS} from ${FROM} where s.account_id = $1 or s.shared order by s.account_id <> $1, s.name limit 500`,
        [accountId],
      );
      return rows;
    });
  }

  /** One's own before a colleague's. */
  async named(name: string, owner: Omit<Owner, 'now'>): Promise<SavedReport | null> {
    return (await this.list(owner)).find((one) => one.name === name) ?? null;
  }

  /** @throws Refusal `SAVED_REPORT_CHANGED`, `SAVED_REPORTS_TOO_MANY` */
  save(wanted: WantedReport, owner: Owner): Promise<{ readonly name: string; readonly version: number }> {
    return inInstitution(this.pool, owner.institutionId, async (client) => {
      const version = await write(client, wanted, owner);
      if (version === null) throw new Refusal(409, 'SAVED_REPORT_CHANGED', { field: 'name' });
      await append(client, 'SAVE_REPORT', wanted.name, owner);
      return { name: wanted.name, version };
    });
  }

  /** @throws Refusal `REPORT_NOT_FOUND` */
  remove(name: string, owner: Owner): Promise<void> {
    return inInstitution(this.pool, owner.institutionId, async (client) => {
      const { rowCount } = await client.query('delete from identity.saved_report where account_id = $1 and name = $2', [
        owner.accountId,
        name,
      ]);
      if (!rowCount) throw new Refusal(404, 'REPORT_NOT_FOUND');
      await append(client, 'REMOVE_REPORT', name, owner);
    });
  }
}

/** The new version; null when somebody, be it in another window, was first. */
async function write(client: PoolClient, wanted: WantedReport, owner: Owner): Promise<number | null> {
  const { name, document, shared, version } = wanted;
  const values = [owner.accountId, name, document, JSON.stringify(wanted.variables), shared, owner.now];
  if (version !== null) {
    const { rows } = await client.query<{ version: number }>(
      `update identity.saved_report set document = $3, variables = $4, shared = $5, changed_at = $6, version = version + 1
       where account_id = $1 and name = $2 and version = $7 returning version`,
      [...values, version],
    );
    return rows[0]?.version ?? null;
  }
  const own = 'select count(*)::int as found from identity.saved_report where account_id = $1';
  const { rows } = await client.query<{ found: number }>(own, [owner.accountId]);
  const found = rows[0]?.found ?? 0;
  if (found >= MAX_SAVED) throw new Refusal(409, 'SAVED_REPORTS_TOO_MANY', { limit: MAX_SAVED, found });
  const { rowCount } = await client.query(
    `insert into identity.saved_report (account_id, name, document, variables, shared, changed_at, id, institution_id, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 1) on conflict do nothing`,
    [...values, newId(owner.now), owner.institutionId],
  );
  return rowCount ? 1 : null;
}

async function append(client: PoolClient, action: string, name: string, owner: Owner): Promise<void> {
  const subject = { actorId: owner.accountId, subjectType: 'SavedReport', subjectId: name };
  const fact = JSON.stringify({ action, ...subject, facts: {} });
  await client.query('select identity.append_audit($1, $2, $3)', [owner.institutionId, newId(owner.now), fact]);
}
