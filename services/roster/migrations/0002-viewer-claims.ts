import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_roster';

/**
 * What the gateway may know of an account: one row, read at every request, so that a changed role or a lock holds at
 * once. Outside people (lawyers, mediators) have no staff row; their grants name them in their own subgraph.
 */
export class ViewerClaims extends Migration {
  override up(): void {
    this.addSql(`create table roster.account_card (
      account_id uuid primary key, institution_id uuid not null references roster.institution,
      display_name text not null, disabled boolean not null default false)`);
    this.addSql(`create index account_card_institution on roster.account_card (institution_id, account_id)`);
    for (const statement of tenantTableSql('roster.account_card', ROLE)) this.addSql(statement);
    this.addSql(`alter table roster.role_grant add column lawyer_id uuid, add column mediator_id uuid,
      add column partner_organisation_id uuid`);
    this.addSeparationOfAdministrators();
    this.addSql(`create view roster.viewer_claim as
      select c.account_id, c.institution_id, c.display_name, c.disabled,
        coalesce(array_agg(distinct g.role) filter (where g.role is not null), '{}') as roles,
        coalesce(array_agg(distinct s.department_id) filter (where s.department_id is not null), '{}') as department_ids,
        (array_agg(g.staff_id) filter (where g.staff_id is not null))[1] as staff_id,
        (array_agg(g.lawyer_id) filter (where g.lawyer_id is not null))[1] as lawyer_id,
        (array_agg(g.mediator_id) filter (where g.mediator_id is not null))[1] as mediator_id,
        (array_agg(g.partner_organisation_id) filter (where g.partner_organisation_id is not null))[1]
          as partner_organisation_id
      from roster.account_card c
      left join roster.role_grant g on g.account_id = c.account_id and g.institution_id = c.institution_id
      left join roster.staff s on s.id = g.staff_id
      group by c.account_id`);
  }

  /** 三员分立: nobody holds two of the three administrators, whoever grants it. */
  private addSeparationOfAdministrators(): void {
    this.addSql(`create unique index role_grant_one_administrator on roster.role_grant (institution_id, account_id)
      where role in ('SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR')`);
  }
}
