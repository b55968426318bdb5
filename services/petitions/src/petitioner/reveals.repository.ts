import { newId } from '@everyletter/kit/id';
import type { Viewer } from '@everyletter/kit/viewer';
import type { EntityManager } from '@mikro-orm/postgresql';

const MS_PER_HOUR = 3_600_000;

/** How often each account has opened personal data; made per request. */
export class Reveals {
  constructor(
    private readonly em: EntityManager,
    private readonly viewer: Viewer,
    private readonly now: Date,
  ) {}

  /**
   * How many reveals this account made in the last hour. Others of the same account wait until this transaction ends,
   * so that many at once cannot slip under the limit together. Rides `reveal_account`.
   */
  async countLastHour(): Promise<number> {
    const { accountId, institutionId } = this.viewer;
    await this.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`petitions.reveal/${accountId}`]);
    const since = new Date(this.now.getTime() - MS_PER_HOUR);
    const [row] = await this.em.execute<{ made: number }[]>(
      `select count(*)::int as made from petitions.reveal where institution_id = ? and account_id = ? and at > ?`,
      [institutionId, accountId, since],
    );
    return row?.made ?? 0;
  }

  async add(petitionId: string): Promise<void> {
    const { accountId, institutionId } = this.viewer;
    await this.em.execute('insert into petitions.reveal values (?, ?, ?, ?, ?)', [
      newId(this.now),
      institutionId,
      petitionId,
      accountId,
      this.now,
    ]);
  }
}
