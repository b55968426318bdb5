import { auditTableSql } from '@everyletter/kit/audit';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_identity';
const TABLES = ['user', 'session', 'account', 'verification', '"twoFactor"', 'apikey', 'guessing'];

/** Tables of the accounts library, as it names them, and our own guard against guessing. No letter comes near them. */
export class Identity extends Migration {
  override up(): void {
    for (const statement of [...accountTables(), ...keyTables()]) this.addSql(statement);
    this.addSql(`create table identity.guessing (
      address_hash text primary key, failures int not null, last_failure_at timestamptz not null)`);
    for (const table of TABLES) {
      const name = table === 'user' ? '"user"' : table;
      this.addSql(`grant select, insert, update, delete on identity.${name} to ${ROLE}`);
    }
    for (const statement of auditTableSql('identity', ROLE)) this.addSql(statement);
    this.addSql(`grant usage on schema roster to ${ROLE}`);
    this.addSql(`grant select on roster.viewer_claim to ${ROLE}`);
  }
}

function accountTables(): string[] {
  const id = `"id" uuid default gen_random_uuid() primary key`;
  const made = `"createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now()`;
  const owner = `"userId" uuid not null references identity."user" on delete cascade`;
  return [
    `create table identity."user" (${id}, "name" text not null, "email" text not null unique,
      "emailVerified" boolean not null, "image" text, "twoFactorEnabled" boolean, ${made})`,
    `create table identity.session (${id}, "expiresAt" timestamptz not null, "token" text not null unique,
      "ipAddress" text, "userAgent" text, ${owner}, ${made})`,
    `create table identity.account (${id}, "accountId" text not null, "providerId" text not null, ${owner},
      "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz,
      "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text, ${made})`,
    `create table identity.verification (${id}, "identifier" text not null, "value" text not null,
      "expiresAt" timestamptz not null, ${made})`,
    `create table identity."twoFactor" (${id}, "secret" text not null, "backupCodes" text not null, ${owner},
      "verified" boolean, "failedVerificationCount" integer, "lockedUntil" timestamptz)`,
    `create index on identity.session ("userId")`,
    `create index on identity.account ("userId")`,
    `create index on identity.verification ("identifier")`,
    `create index on identity."twoFactor" ("userId")`,
  ];
}

function keyTables(): string[] {
  return [
    `create table identity.apikey ("id" uuid default gen_random_uuid() primary key, "configId" text not null,
      "name" text, "start" text, "referenceId" text not null, "prefix" text, "key" text not null,
      "refillInterval" integer, "refillAmount" integer, "lastRefillAt" timestamptz, "enabled" boolean,
      "rateLimitEnabled" boolean, "rateLimitTimeWindow" integer, "rateLimitMax" integer, "requestCount" integer,
      "remaining" integer, "lastRequest" timestamptz, "expiresAt" timestamptz, "createdAt" timestamptz not null,
      "updatedAt" timestamptz not null, "permissions" text, "metadata" text)`,
    `create index on identity.apikey ("referenceId")`,
    `create index on identity.apikey ("key")`,
  ];
}
