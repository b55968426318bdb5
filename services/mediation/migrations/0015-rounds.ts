import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_mediation';

/** Where a round has to look: ids of institutions and nothing else. */
export class RoundsOfInstitutions extends Migration {
  override up(): void {
    this.addSql(`create function mediation.institution_ids() returns setof uuid language sql stable security definer
      set search_path = mediation, pg_temp as $$ select institution_id from mediation.institution order by 1 $$`);
    this.addSql('revoke all on function mediation.institution_ids() from public');
    this.addSql(`grant execute on function mediation.institution_ids() to ${ROLE}`);
  }
}
