import { Migration } from '@mikro-orm/migrations';

/** How long papers are kept, for packs made before it. */
const RETENTION = JSON.stringify({
  retention: [
    { categories: ['CRIMINAL_APPEAL', 'STATE_COMPENSATION'], years: 30, confidence: 'LIKELY' },
    { categories: [], years: 10, confidence: 'LIKELY' },
  ],
});

/** What may become of a petition and its matter beyond the usual way. */
export class MatterCourse extends Migration {
  override up(): void {
    this.addSql('alter table petitions.petition add column withdrawn_on date, add column merged_on date');
    this.addSql(`alter table petitions.matter add column merged_into_id uuid references petitions.matter,
      add column archived_on date, add column retain_until date`);
    this.addSql(`create index matter_retained on petitions.matter (institution_id, retain_until)
      where retain_until is not null`);
    this.addSql(`update petitions.policy_pack set content = '${RETENTION}'::jsonb || content`);
  }
}
