import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';

/** Whoever comes in person draws a number: from one on, every day, in the hall of each department that receives. */
export class QueueTickets extends Migration {
  override up(): void {
    this.addSql(`create table petitions.queue_ticket (
      petition_id uuid primary key references petitions.petition, institution_id uuid not null,
      department_id uuid not null, on_date date not null, number int not null, drawn_at timestamptz not null)`);
    this.addSql(`create unique index queue_ticket_number on petitions.queue_ticket
      (institution_id, department_id, on_date, number)`);
    for (const statement of tenantTableSql('petitions.queue_ticket', ROLE)) this.addSql(statement);
  }
}
