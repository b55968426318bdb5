import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';
const VISIBLE = 'exists (select 1 from petitions.petition p where p.id = petition_id)';
const OF_PETITION = 'institution_id uuid not null, petition_id uuid not null references petitions.petition';
const HEARING = JSON.stringify({ hearing: { officersMin: 3, officersMax: 7, noticeDays: 3, confidence: 'LIKELY' } });

/** Hearings, tasks with a day, and notes among colleagues; whether the petitioner was told of judicial assistance. */
export class HearingsAndTasks extends Migration {
  override up(): void {
    this.addSql(`create table petitions.hearing (
      id uuid primary key, ${OF_PETITION}, kind text not null, state text not null, planned_on date not null,
      starts_at text not null, place text not null, officer_count int not null, officers_sealed bytea not null,
      noticed_on date not null, held_on date, outcome text, record_sealed bytea, planned_by_id uuid not null,
      version int not null default 1)`);
    this.addSql(`create table petitions.task (
      id uuid primary key, ${OF_PETITION}, words_sealed bytea not null, assignee_id uuid not null, due_on date not null,
      added_by_id uuid not null, added_at timestamptz not null, done_on date, done_by_id uuid)`);
    this.addSql(`create table petitions.note (
      id uuid primary key, ${OF_PETITION}, words_sealed bytea not null, written_by_id uuid not null,
      written_at timestamptz not null)`);
    for (const table of ['hearing', 'task', 'note']) {
      this.addSql(`create index ${table}_petition on petitions.${table} (institution_id, petition_id, id)`);
      for (const statement of tenantTableSql(`petitions.${table}`, ROLE, VISIBLE)) this.addSql(statement);
    }
    this.addSql(`create index task_open on petitions.task (institution_id, assignee_id, due_on) where done_on is null`);
    this.addSql('alter table petitions.petition add column assistance_told_on date');
    this.addSql(`update petitions.policy_pack set content = '${HEARING}'::jsonb || content`);
  }
}
