import type { EntityManager } from '@mikro-orm/postgresql';
import { DEFAULT_RULES, type TriageRuleSet } from './rules/triage-rule.ts';

/** A saved table with who saved it and when; both null for the one that stands before. */
export interface SavedRules extends TriageRuleSet {
  readonly savedById: string | null;
  readonly savedAt: Date | null;
}

const STANDING: SavedRules = { ...DEFAULT_RULES, savedById: null, savedAt: null };

/** The tables of the viewer's institution, newest in force; made per request. */
export class TriageRules {
  private inForce: Promise<SavedRules> | undefined;

  constructor(
    private readonly em: EntityManager,
    private readonly institutionId: string,
  ) {}

  current(): Promise<SavedRules> {
    this.inForce ??= this.read('order by version desc limit 1').then(([newest]) => newest ?? STANDING);
    return this.inForce;
  }

  /** Newest first, the one that stood before all last. */
  async all(): Promise<SavedRules[]> {
    return [...(await this.read('order by version desc limit 100')), STANDING];
  }

  /** False when somebody else saved this version first. */
  async add({ version, rules, savedById, savedAt }: SavedRules): Promise<boolean> {
    const added = await this.em.execute<unknown[]>(
      `insert into petitions.triage_rule_set values (?, ?, ?::jsonb, ?, ?) on conflict do nothing returning version`,
      [this.institutionId, version, JSON.stringify(rules), savedById, savedAt],
    );
    this.inForce = undefined;
    return added.length > 0;
  }

  private async read(order: string): Promise<SavedRules[]> {
    const rows = await this.em.execute<StoredRules[]>(
      `select version, rules, saved_by_id, saved_at from petitions.triage_rule_set where institution_id = ? ${order}`,
      [this.institutionId],
    );
    return rows.map(({ version, rules, saved_by_id, saved_at }) => ({
      version,
      rules,
      savedById: saved_by_id,
      savedAt: saved_at === null ? null : new Date(saved_at),
    }));
  }
}

interface StoredRules {
  readonly version: number;
  readonly rules: SavedRules['rules'];
  readonly saved_by_id: string | null;
  readonly saved_at: string | Date | null;
}
