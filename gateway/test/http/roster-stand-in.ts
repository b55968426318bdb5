import { Migration } from '@mikro-orm/migrations';

class Claims extends Migration {
  override up(): void {
    this.addSql(`create table roster.viewer_claim (account_id uuid primary key, institution_id uuid, display_name text,
      roles text[], department_ids uuid[] default '{}', staff_id uuid, lawyer_id uuid, mediator_id uuid,
      partner_organisation_id uuid, disabled boolean default false, signed_out_at timestamptz)`);
    this.addSql(`create table roster.account_card (account_id uuid primary key, email text, display_name text,
      code_hash text, expires_at timestamptz)`);
    this.addSql(`create function roster.redeem_invitation(address text, given_hash text, at timestamptz)
      returns table (account_id uuid, display_name text) language sql security definer as $$
      update roster.account_card c set code_hash = null where lower(c.email) = lower(address)
        and c.code_hash = given_hash and c.expires_at > at returning c.account_id, c.display_name $$`);
  }
}

/** What the gateway reads and calls of the roster, over tables that tests can change. */
export const rosterStandIn = { name: 'roster', migrations: [{ name: '0001-claims', class: Claims }] };
