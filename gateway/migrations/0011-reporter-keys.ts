import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_identity';

/**
 * Keys of our own in place of the accounts library's: one that has expired or was revoked stays on the list and is
 * refused by that name, and one statement finds, counts and judges it. Keys given out before go on working.
 */
export class ReporterKeys extends Migration {
  override up(): void {
    for (const statement of [...keyTable(), keptKeys(), 'drop table identity.apikey', ...useOfKeys()]) {
      this.addSql(statement);
    }
  }
}

function keyTable(): string[] {
  return [
    `create table identity.api_key (
       id uuid primary key, institution_id uuid not null,
       account_id uuid not null references identity."user" on delete cascade,
       name text not null, start text not null, key_hash text not null, scopes text[] not null, per_hour int not null,
       created_at timestamptz not null, expires_at timestamptz not null,
       revoked_at timestamptz, revoked_by uuid, replaced_by uuid references identity.api_key,
       last_used_at timestamptz, hour_from timestamptz, hour_count int not null default 0)`,
    'create index on identity.api_key (institution_id, account_id)',
    // Found by what the caller shows, before anybody knows the institution.
    'create index on identity.api_key using hash (key_hash)',
    ...tenantTableSql('identity.api_key', ROLE),
  ];
}

function keptKeys(): string {
  return `insert into identity.api_key (id, institution_id, account_id, name, start, key_hash, scopes, per_hour, created_at,
      expires_at, revoked_at, last_used_at)
    select k.id, c.institution_id, c.account_id, coalesce(k.name, ''), coalesce(k.start, ''), k.key,
      case when 'REPORTER' = any(c.roles) then '{PETITIONS,RECEPTION,COVERAGE,MEDIATION,LIVE}'::text[] else '{INTAKE}' end,
      coalesce(k."rateLimitMax", 3600), k."createdAt", coalesce(k."expiresAt", k."createdAt" + interval '365 days'),
      case when k.enabled is false then k."updatedAt" end, k."lastRequest"
    from identity.apikey k join roster.viewer_claim c on c.account_id::text = k."referenceId"
      join identity."user" u on u.id = c.account_id`;
}

/** As the owner, since whose key it is only the key tells. Counts first, so that two requests at once are two. */
function useOfKeys(): string[] {
  const signature = 'identity.use_api_key(text, timestamptz, boolean)';
  return [
    `create function identity.use_api_key(given_hash text, at timestamptz, counts boolean)
       returns table (id uuid, account_id uuid, scopes text[], per_hour int, hour_count int, hour_from timestamptz,
         expires_at timestamptz, revoked_at timestamptz)
       language plpgsql security definer set search_path = identity, pg_temp as $$
     begin
       if counts then
         update api_key k set last_used_at = at,
           hour_from = case when k.hour_from > at - interval '1 hour' then k.hour_from else at end,
           hour_count = case when k.hour_from > at - interval '1 hour' then k.hour_count + 1 else 1 end
         where k.key_hash = given_hash and k.revoked_at is null and k.expires_at > at;
       end if;
       return query select k.id, k.account_id, k.scopes, k.per_hour, k.hour_count, k.hour_from, k.expires_at, k.revoked_at
         from api_key k where k.key_hash = given_hash;
     end $$`,
    `revoke all on function ${signature} from public`,
    `grant execute on function ${signature} to ${ROLE}`,
  ];
}
