import { inboxTableSql } from '@everyletter/kit/events';
import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_mediation';

/** The calendar the roster publishes, so that a last day is never a day off; and why a party will not take a mediator. */
export class WhatIsTold extends Migration {
  override up(): void {
    for (const statement of inboxTableSql('mediation', ROLE)) this.addSql(statement);
    this.addSql(`create table mediation.calendar_version (
      institution_id uuid not null, version int not null, years int[] not null, days_off date[] not null,
      extra_workdays date[] not null, received_at timestamptz not null, primary key (institution_id, version))`);
    for (const statement of tenantTableSql('mediation.calendar_version', ROLE)) this.addSql(statement);
    this.addSql(`alter table mediation.consent add column reason_sealed bytea`);
  }
}
