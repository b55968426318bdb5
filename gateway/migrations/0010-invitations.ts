import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_identity';

/** People invited in the roster open their account by their first sign-in. */
export class Invitations extends Migration {
  override up(): void {
    this.addSql(`grant execute on function roster.redeem_invitation(text, text, timestamptz) to ${ROLE}`);
    this.addSql(`update roster.account_card c set email = lower(u.email) from identity."user" u
      where u.id = c.account_id and c.email is null`);
  }
}
