import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';

/** What the office writes back, from draft to dispatch. Words are sealed under the data key of the petition. */
export class Replies extends Migration {
  override up(): void {
    this.addSql(`create table petitions.letter_sequence (
      institution_id uuid not null, year int not null, last int not null, primary key (institution_id, year))`);
    this.addSql(`create table petitions.reply (
      id uuid primary key, institution_id uuid not null, petition_id uuid not null references petitions.petition,
      kind text not null, template_id text not null, state text not null, author_id uuid not null,
      fields_sealed bytea not null, body_sealed bytea, sent_back_reason_sealed bytea,
      approved_by_id uuid, approved_on date, letter_number text, verification_code text,
      dispatched_on date, dispatched_by_id uuid, means text,
      created_at timestamptz not null, changed_at timestamptz not null, changed_by_id uuid not null,
      version int not null default 1,
      unique (institution_id, letter_number), unique (institution_id, verification_code))`);
    this.addSql(`create index reply_petition on petitions.reply (institution_id, petition_id, created_at, id)`);
    this.addSql(`create unique index reply_one_open on petitions.reply (institution_id, petition_id, kind)
      where state <> 'DISPATCHED'`);
    this.addSql(`create index matter_follow_up on petitions.matter (institution_id, follow_up_due_on)
      where follow_up_due_on is not null`);
    const visible = 'exists (select 1 from petitions.petition p where p.id = petition_id)';
    for (const statement of tenantTableSql('petitions.reply', ROLE, visible)) this.addSql(statement);
    for (const statement of tenantTableSql('petitions.letter_sequence', ROLE)) this.addSql(statement);
    this.addSql(`update petitions.policy_pack set content = '{"progressSatisfies": true}'::jsonb || content`);
  }
}
