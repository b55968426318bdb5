import { Migration } from '@mikro-orm/migrations';

/** What a lawyer gained and lost by a publication, and when they took note of it. */
export class DutyNotices extends Migration {
  override up(): void {
    this.addSql(`alter table stations.duty_notice add column changes jsonb not null default '[]',
      add column seen_at timestamptz`);
    this.addSql(`create index duty_notice_unseen on stations.duty_notice (institution_id, lawyer_id)
      where seen_at is null`);
  }
}
