import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

/** The institution's own versions of its letters; each reply keeps the one it was written from. */
export class ReplyTemplates extends Migration {
  override up(): void {
    this.addSql(`create table petitions.reply_template (
      institution_id uuid not null, template_id text not null, version int not null, state text not null,
      content jsonb not null, offered boolean not null, drafted_by_id uuid not null,
      changed_by_id uuid not null, changed_at timestamptz not null, approved_by_id uuid, approved_at timestamptz,
      revision int not null, primary key (institution_id, template_id, version))`);
    this.addSql(`create unique index reply_template_one_draft on petitions.reply_template (institution_id, template_id)
      where state = 'DRAFT'`);
    for (const statement of tenantTableSql('petitions.reply_template', 'el_petitions')) this.addSql(statement);
    this.addSql('alter table petitions.reply add column template_version int not null default 0');
  }
}
