import { Migration } from '@mikro-orm/migrations';

/** A saved view keeps which columns it shows, in their order; null for the usual ones. */
export class ViewColumns extends Migration {
  override up(): void {
    this.addSql('alter table petitions.saved_view add column columns text[]');
  }
}
