import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';
const STAFF = `(select nullif(current_setting('app.staff_id', true), '')::uuid)`;

/**
 * Papers as files. Before its petition is registered a scan is its uploader's alone and sealed under a key of its own;
 * afterwards it is seen with the petition and sealed under the petition's.
 */
export class Attachments extends Migration {
  override up(): void {
    this.addSql('alter table petitions.petition add column escalated_on date');
    this.addSql(`create table petitions.attachment (
      id uuid primary key, institution_id uuid not null, petition_id uuid references petitions.petition,
      uploaded_by_id uuid not null, uploaded_at timestamptz not null, media_type text not null, byte_count int not null,
      virus_scanner text not null, name_sealed bytea not null, wrapped_key bytea,
      check ((petition_id is null) = (wrapped_key is not null)))`);
    this.addSql(`create table petitions.attachment_content (
      attachment_id uuid primary key references petitions.attachment on delete cascade, institution_id uuid not null,
      sealed bytea not null)`);
    this.addSql(`create index attachment_petition on petitions.attachment (institution_id, petition_id, id)`);
    this.addSql(`create index attachment_unregistered on petitions.attachment (institution_id, uploaded_by_id, id)
      where petition_id is null`);
    this.addSql(
      `create index attachment_content_place on petitions.attachment_content (institution_id, attachment_id)`,
    );
    const seen = `case when petition_id is null then uploaded_by_id = ${STAFF}
      else exists (select 1 from petitions.petition p where p.id = petition_id) end`;
    for (const statement of tenantTableSql('petitions.attachment', ROLE, seen)) this.addSql(statement);
    const visible = 'exists (select 1 from petitions.attachment a where a.id = attachment_id)';
    for (const statement of tenantTableSql('petitions.attachment_content', ROLE, visible)) this.addSql(statement);
  }
}
