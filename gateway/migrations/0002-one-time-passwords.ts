import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_identity';

/** Accounts whose password somebody else has seen: it opens nothing until its owner has chosen another. */
export class OneTimePasswords extends Migration {
  override up(): void {
    this.addSql(`create table identity.one_time_password (
      user_id uuid primary key references identity."user" on delete cascade)`);
    this.addSql(`grant select, insert, delete on identity.one_time_password to ${ROLE}`);
  }
}
