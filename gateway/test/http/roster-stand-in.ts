import { Migration } from '@mikro-orm/migrations';

class Claims extends Migration {
  override up(): void {
    this.addSql(`create table roster.viewer_claim (account_id uuid primary key, institution_id uuid, display_name text,
      roles text[], department_ids uuid[] default '{}', staff_id uuid, lawyer_id uuid, mediator_id uuid,
      partner_organisation_id uuid, disabled boolean default false)`);
  }
}

/** The columns the gateway reads of the roster, as a table that tests can change. */
export const rosterStandIn = { name: 'roster', migrations: [{ name: '0001-claims', class: Claims }] };
