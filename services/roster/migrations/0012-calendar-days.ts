import { Migration } from '@mikro-orm/migrations';

/** What the office decided against a notice, and who published which version. */
export class CalendarDays extends Migration {
  override up(): void {
    this.addSql(`alter table roster.calendar_version add column overrides jsonb not null default '[]',
      add column published_by_id uuid`);
  }
}
