import { Migration } from '@mikro-orm/migrations';

/** Which version of a mediator the other services were told; those from before are told in the next round. */
export class ToldMediators extends Migration {
  override up(): void {
    this.addSql(`alter table mediation.mediator add column told_version int not null default 0`);
    this.addSql(`create index mediator_untold on mediation.mediator (institution_id) where told_version <> version`);
  }
}
