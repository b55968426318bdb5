import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_roster';

/**
 * Appointments with a leader (专家号), and what came of them. Nobody is booked twice at one time, and no time of a
 * leader is given twice, whoever inserts what.
 */
export class Tickets extends Migration {
  override up(): void {
    this.addSql('create extension if not exists btree_gist');
    this.addSql(`create table roster.reception_ticket (
      id uuid primary key, institution_id uuid not null references roster.institution,
      reception_day_id uuid not null references roster.reception_day, number int not null, kind text not null,
      state text not null, span tstzrange not null, petition_id uuid, petition_number text, people int not null
      check (people > 0), wrapped_key bytea not null, name_sealed bytea not null, phone_sealed bytea,
      visitor_index bytea not null, told_substitution_id uuid, booked_by_id uuid not null, booked_at timestamptz not null,
      changed_at timestamptz not null, version int not null default 1,
      unique (institution_id, reception_day_id, number),
      constraint one_visitor_at_a_time exclude using gist (reception_day_id with =, span with &&)
        where (state <> 'CANCELLED'),
      constraint nobody_in_two_places exclude using gist
        (institution_id with =, visitor_index with =, span with &&) where (state <> 'CANCELLED'))`);
    this.addSql(`create index reception_ticket_petition on roster.reception_ticket (institution_id, petition_id)
      where petition_id is not null`);
    this.addSql(`create table roster.reception_record (
      id uuid primary key, institution_id uuid not null references roster.institution,
      ticket_id uuid not null references roster.reception_ticket, content_sealed bytea not null,
      recorded_by_id uuid not null, recorded_at timestamptz not null)`);
    this.addSql(`create unique index reception_record_ticket on roster.reception_record (institution_id, ticket_id)`);
    this.addSql(`create table roster.reception_task (
      id uuid primary key, institution_id uuid not null references roster.institution,
      ticket_id uuid not null references roster.reception_ticket, leader_id uuid not null references roster.staff,
      department_id uuid not null references roster.department, content_sealed bytea not null, due_on date not null,
      report_sealed bytea, reported_by_id uuid, reported_on date, created_by_id uuid not null,
      created_at timestamptz not null, version int not null default 1)`);
    this.addSql(`create index reception_task_ticket on roster.reception_task (institution_id, ticket_id)`);
    this.addSql(`create index reception_task_leader on roster.reception_task (institution_id, leader_id, due_on)`);
    for (const table of ['reception_ticket', 'reception_record', 'reception_task']) {
      for (const statement of tenantTableSql(`roster.${table}`, ROLE)) this.addSql(statement);
    }
  }
}
