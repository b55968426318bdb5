import { inboxTableSql } from '@everyletter/kit/events';
import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_roster';

/** Who mediates for which partner, as the mediation service tells; without a name. */
export class OutsideMediators extends Migration {
  override up(): void {
    const statements = inboxTableSql('roster', ROLE).map((sql) => `execute $statement$${sql}$statement$;`);
    this.addSql(`do $guard$ begin if to_regclass('roster.inbox') is null then
      ${statements.join('\n')} end if; end $guard$`);
    this.addSql(`create table roster.outside_mediator (
      institution_id uuid not null, id uuid not null, partner_organisation_id uuid not null, active boolean not null,
      is_administrator boolean not null, version int not null, primary key (institution_id, id))`);
    for (const statement of tenantTableSql('roster.outside_mediator', ROLE)) this.addSql(statement);
  }
}
