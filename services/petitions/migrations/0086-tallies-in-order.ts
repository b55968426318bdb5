import { Migration } from '@mikro-orm/migrations';
import { BY_DAY, COLUMNS } from './0085-report-tallies.ts';

/** A report reads its tallies side by side, from the index alone: a page holds a hundred kinds, not one. */
export class TalliesInOrder extends Migration {
  override up(): void {
    this.addSql('drop index petitions.report_tally_kind');
    this.addSql(`create unique index report_tally_kind on petitions.report_tally (institution_id, below, ${BY_DAY})
      include (petitions) nulls not distinct`);
    this.addSql(`create or replace function petitions.rebuild_report_tallies() returns void language plpgsql
      set search_path = petitions, pg_temp as $$
      begin
        lock table petition, matter in share row exclusive mode;
        perform pg_advisory_xact_lock(hashtext('petitions.report_tally'));
        delete from report_change;
        delete from report_tally;
        insert into report_tally (institution_id, below, ${COLUMNS}, petitions)
          select institution_id, below, ${COLUMNS}, petitions from report_truth
          order by institution_id, below, ${BY_DAY};
      end $$`);
    this.addSql('select petitions.rebuild_report_tallies()');
  }
}
