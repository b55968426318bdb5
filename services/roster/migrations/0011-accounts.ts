import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_roster';

/** Who may sign in is invited; what they may do is asked for by one person and granted by another. */
export class Accounts extends Migration {
  override up(): void {
    this.addSql('alter table roster.account_card add column email text, add column signed_out_at timestamptz');
    this.addSql('create unique index account_card_email on roster.account_card (lower(email))');
    this.addInvitation();
    this.addGrantRequest();
    for (const table of ['invitation', 'grant_request']) {
      for (const statement of tenantTableSql(`roster.${table}`, ROLE)) this.addSql(statement);
    }
    this.addSql('create index role_grant_outside on roster.role_grant (institution_id, lawyer_id, mediator_id)');
    this.tellSignedOut();
  }

  private addInvitation(): void {
    this.addSql(`create table roster.invitation (
      id uuid primary key, institution_id uuid not null, account_id uuid not null references roster.account_card,
      code_hash text not null, invited_by_id uuid not null, invited_at timestamptz not null,
      expires_at timestamptz not null, redeemed_at timestamptz, withdrawn_at timestamptz)`);
    this.addSql('create index invitation_account on roster.invitation (institution_id, account_id, invited_at)');
    // The one thing the gateway may change here; its role is granted it where that role is made.
    this.addSql(`create function roster.redeem_invitation(address text, given_hash text, at timestamptz)
      returns table (account_id uuid, display_name text) language sql security definer
      set search_path = roster, pg_temp as $$
      update roster.invitation i set redeemed_at = at from roster.account_card c
      where c.account_id = i.account_id and lower(c.email) = lower(address) and not c.disabled
        and i.code_hash = given_hash and i.redeemed_at is null and i.withdrawn_at is null and i.expires_at > at
      returning c.account_id, c.display_name $$`);
    this.addSql('revoke all on function roster.redeem_invitation(text, text, timestamptz) from public');
  }

  private addGrantRequest(): void {
    this.addSql(`create table roster.grant_request (
      id uuid primary key, institution_id uuid not null, account_id uuid not null, staff_id uuid not null
      references roster.staff, role text not null, reason text not null, state text not null,
      requested_by_id uuid not null, requested_as text not null, requested_at timestamptz not null,
      decided_by_id uuid, decided_at timestamptz, version int not null default 1)`);
    this.addSql(`create unique index grant_request_pending on roster.grant_request (institution_id, account_id, role)
      where state = 'PENDING'`);
    this.addSql('create index grant_request_newest on roster.grant_request (institution_id, id desc)');
  }

  /** Sessions begun before that instant are over, also when the account is open again. */
  private tellSignedOut(): void {
    this.addSql(`create or replace view roster.viewer_claim as
      select c.account_id, c.institution_id, c.display_name, c.disabled,
        coalesce(array_agg(distinct g.role) filter (where g.role is not null), '{}') as roles,
        coalesce(array_agg(distinct s.department_id) filter (where s.department_id is not null), '{}') as department_ids,
        (array_agg(g.staff_id) filter (where g.staff_id is not null))[1] as staff_id,
        (array_agg(g.lawyer_id) filter (where g.lawyer_id is not null))[1] as lawyer_id,
        (array_agg(g.mediator_id) filter (where g.mediator_id is not null))[1] as mediator_id,
        (array_agg(g.partner_organisation_id) filter (where g.partner_organisation_id is not null))[1]
          as partner_organisation_id,
        c.signed_out_at
      from roster.account_card c
      left join roster.role_grant g on g.account_id = c.account_id and g.institution_id = c.institution_id
      left join roster.staff s on s.id = g.staff_id
      group by c.account_id`);
  }
}
