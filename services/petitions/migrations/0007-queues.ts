import { Migration } from '@mikro-orm/migrations';

/** Imports wait in a queue; nobody looks for them over all institutions any more. */
export class Queues extends Migration {
  override up(): void {
    this.addSql('drop function petitions.unfinished_ledger_imports()');
    this.addSql('drop index petitions.ledger_import_unfinished');
  }
}
