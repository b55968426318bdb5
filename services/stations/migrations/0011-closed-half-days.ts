import { Migration } from '@mikro-orm/migrations';

/** A station that is not open in a half-day has no hours in it. */
export class ClosedHalfDays extends Migration {
  override up(): void {
    for (const column of ['morning_from', 'morning_to', 'afternoon_from', 'afternoon_to']) {
      this.addSql(`alter table stations.station alter ${column} drop not null`);
    }
  }
}
