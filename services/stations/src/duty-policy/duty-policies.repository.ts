import { Conflict } from '@everyletter/kit/errors';
import type { EntityManager } from '@mikro-orm/postgresql';
import { defaultDutyPolicy } from './rules/default-policy.ts';
import type { DutyPolicy } from './rules/duty-policy.ts';

/** A policy as it stands; version 0 is what every institution starts with. */
export interface StoredDutyPolicy {
  readonly version: number;
  readonly content: DutyPolicy;
  readonly changedAt: Date | null;
}

/** The duty policy of the viewer's institution; every change is a version of its own. Made per request. */
export class DutyPolicies {
  private known: Promise<StoredDutyPolicy> | undefined;

  constructor(
    private readonly em: EntityManager,
    private readonly institutionId: string,
  ) {}

  stored(): Promise<StoredDutyPolicy> {
    this.known ??= this.load();
    return this.known;
  }

  async current(): Promise<DutyPolicy> {
    return (await this.stored()).content;
  }

  /** As it was then; 0 is what holds where nothing was changed. */
  async ofVersion(version: number): Promise<DutyPolicy> {
    const [row] = await this.em.execute<{ content: DutyPolicy }[]>(
      'select content from stations.duty_policy where institution_id = ? and version = ?',
      [this.institutionId, version],
    );
    return { ...defaultDutyPolicy, ...row?.content };
  }

  /** @throws Conflict `DUTY_POLICY_CHANGED` when somebody made that version first */
  async add(version: number, content: DutyPolicy, by: { readonly staffId: string | null; readonly at: Date }) {
    const [row] = await this.em.execute<{ version: number }[]>(
      `insert into stations.duty_policy values (?, ?, ?::jsonb, ?, ?) on conflict do nothing returning version`,
      [this.institutionId, version, JSON.stringify(content), by.staffId, by.at],
    );
    if (!row) throw new Conflict('DUTY_POLICY_CHANGED', { field: 'version' });
    const stored = { version, content, changedAt: by.at };
    this.known = Promise.resolve(stored);
    return stored;
  }

  private async load(): Promise<StoredDutyPolicy> {
    const [row] = await this.em.execute<{ version: number; content: DutyPolicy; changed_at: Date }[]>(
      'select version, content, changed_at from stations.duty_policy where institution_id = ? order by version desc limit 1',
      [this.institutionId],
    );
    if (!row) return { version: 0, content: defaultDutyPolicy, changedAt: null };
    return {
      version: row.version,
      content: { ...defaultDutyPolicy, ...row.content },
      changedAt: new Date(row.changed_at),
    };
  }
}
