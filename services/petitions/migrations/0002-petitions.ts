import { departmentCondition, tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';

/** A communication, the matter it is about, and what happened to both. Personal data only as sealed bytes. */
export class Petitions extends Migration {
  override up(): void {
    this.addSql(`create table petitions.number_sequence (
      institution_id uuid not null, year int not null, last int not null, primary key (institution_id, year))`);
    this.addMatter();
    this.addPetition();
    this.addTimeline();
    for (const statement of tenantTableSql('petitions.number_sequence', ROLE)) this.addSql(statement);
    const members = departmentCondition('receiving_department_id', 'handling_department_id');
    for (const statement of tenantTableSql('petitions.petition', ROLE, members)) this.addSql(statement);
    const visible = (id: string) => `exists (select 1 from petitions.petition p where ${id})`;
    for (const statement of tenantTableSql('petitions.timeline_entry', ROLE, visible('p.id = petition_id'))) {
      this.addSql(statement);
    }
    for (const statement of tenantTableSql('petitions.matter', ROLE)) this.addSql(statement);
  }

  private addMatter(): void {
    this.addSql(`create table petitions.matter (
      id uuid primary key, institution_id uuid not null, subject text not null, state text not null,
      opened_on date not null, substantive_started_on date, substantive_due_on date, substantive_target_on date,
      substantive_provisional boolean not null default false, substantive_stopped_on date, follow_up_due_on date,
      policy_version text not null, calendar_version int not null, version int not null default 1)`);
    this.addSql(`create index matter_due on petitions.matter (institution_id, substantive_due_on)
      where substantive_stopped_on is null`);
  }

  private addPetition(): void {
    this.addSql(`create table petitions.petition (
      id uuid primary key, institution_id uuid not null, matter_id uuid not null references petitions.matter,
      number text not null, channel text not null, category text not null, subject text not null,
      received_on date not null, registered_at timestamptz not null, identity_kind text not null,
      state text not null, disposition text, track text not null, track_reason_code text not null,
      receiving_department_id uuid not null, handling_department_id uuid, handler_id uuid, repeat_of_id uuid,
      unreachable_on date, procedural_started_on date, procedural_due_on date, procedural_target_on date,
      procedural_provisional boolean not null default false, procedural_stopped_on date,
      superior_from text, report_back_due_on date, representative_count int not null default 0,
      import_key bytea, policy_version text not null, calendar_version int not null, version int not null default 1,
      wrapped_key bytea not null, name_sealed bytea, id_number_sealed bytea, phone_sealed bytea, address_sealed bytea,
      body_sealed bytea, representatives_sealed bytea, id_number_index bytea, phone_index bytea,
      name_pairs int[] not null default '{}', unique (institution_id, number), unique (institution_id, import_key))`);
    const indexes = {
      received: '(institution_id, received_on desc, id desc)',
      procedural_due: '(institution_id, procedural_due_on) where procedural_stopped_on is null',
      matter: '(institution_id, matter_id)',
      handler: '(institution_id, handler_id, received_on desc)',
      phone: '(institution_id, phone_index) where phone_index is not null',
      id_number: '(institution_id, id_number_index) where id_number_index is not null',
    };
    for (const [name, columns] of Object.entries(indexes)) {
      this.addSql(`create index petition_${name} on petitions.petition ${columns}`);
    }
    this.addSql(`create index petition_name_pairs on petitions.petition using gin (name_pairs)`);
  }

  private addTimeline(): void {
    this.addSql(`create table petitions.timeline_entry (
      id uuid primary key, institution_id uuid not null, petition_id uuid not null references petitions.petition,
      kind text not null, at timestamptz not null, on_date date not null, actor_id uuid,
      facts jsonb not null default '{}', detail_sealed bytea)`);
    this.addSql(`create index timeline_petition on petitions.timeline_entry (institution_id, petition_id, at, id)`);
  }
}
