import type { AuditFact } from '@everyletter/kit/audit';
import { newId } from '@everyletter/kit/id';
import type { Pool } from 'pg';

export type SignInAction = 'SIGN_IN' | 'SIGN_IN_REFUSED' | 'SIGN_OUT' | 'CHANGE_PASSWORD';

/** Writes who came, tried, left or took a list along into the chain of the account's institution. */
export class AccountAudit {
  constructor(private readonly pool: Pool) {}

  /** An address nobody has belongs to no institution: such tries are only counted, by the guard against guessing. */
  async byAddress(action: SignInAction, address: string, now: Date): Promise<void> {
    const { rows } = await this.pool.query<{ id: string }>('select id from identity."user" where lower(email) = $1', [
      address.trim().toLowerCase(),
    ]);
    if (rows[0]) await this.byAccount(action, rows[0].id, now);
  }

  byAccount(action: SignInAction, accountId: string, now: Date): Promise<void> {
    return this.write({ action, actorId: accountId, subjectType: 'Account', subjectId: accountId, facts: {} }, now);
  }

  /** Which list, not which rows. */
  exported(accountId: string, facts: { readonly list: string; readonly format: string }, now: Date): Promise<void> {
    const subject = { subjectType: 'Account', subjectId: accountId };
    return this.write({ action: 'EXPORT_LIST', actorId: accountId, ...subject, facts }, now);
  }

  private async write(fact: AuditFact, now: Date): Promise<void> {
    await this.pool.query(
      `select identity.append_audit(institution_id, $2, $3) from roster.viewer_claim where account_id = $1`,
      [fact.actorId, newId(now), JSON.stringify(fact)],
    );
  }
}
