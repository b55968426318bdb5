import { feedTokenTableSql } from '@everyletter/kit/feed';
import { Migration } from '@mikro-orm/migrations';

/** Addresses for calendar apps: of a lawyer’s duties, and of a station’s. */
export class DutyFeeds extends Migration {
  override up(): void {
    for (const statement of feedTokenTableSql('stations', 'el_stations')) this.addSql(statement);
  }
}
