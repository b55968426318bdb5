import { departmentCondition, tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';
const OWN = `p.institution_id = (select nullif(current_setting('app.institution_id', true), '')::uuid)`;
const MEMBERS = departmentCondition('p.receiving_department_id', 'p.handling_department_id');

/** Petitions are found by the initials of a name and by the words of a letter, see decision 50. */
export class SearchMarks extends Migration {
  override up(): void {
    this.addSql(`create table petitions.search_mark (
      petition_id uuid primary key references petitions.petition (id) deferrable initially deferred,
      institution_id uuid not null, initials int[] not null, words int[] not null)`);
    for (const statement of tenantTableSql('petitions.search_mark', ROLE)) this.addSql(statement);
    this.addSql('create index search_mark_institution on petitions.search_mark (institution_id)');
    this.addSql('create index search_mark_initials on petitions.search_mark using gin (initials)');
    this.addSql('create index search_mark_words on petitions.search_mark using gin (words)');
    this.addSearch('petitions_initialled(pairs int[])', 'k.initials @> pairs', '');
    this.addSearch('petitions_worded(marks int[], newest int)', 'k.words @> marks', NEWEST);
    this.addSql(`create table petitions.search_mark_progress (
      institution_id uuid primary key, marked_until uuid, done boolean not null default false)`);
    for (const statement of tenantTableSql('petitions.search_mark_progress', ROLE)) this.addSql(statement);
  }

  /** As the owner: `@>` rides an index only outside row-level security. Ids come out, of what the viewer may see. */
  private addSearch(signature: string, condition: string, end: string): void {
    const name = signature.replaceAll(/(\(|, )\w+ /g, '$1');
    this.addSql(`create function petitions.${signature} returns setof uuid language sql stable security definer
      set search_path = petitions, pg_temp as
      $$ select p.id from search_mark k join petition p on p.id = k.petition_id
         where ${condition} and ${OWN} and (${MEMBERS}) ${end} $$`);
    this.addSql(`revoke all on function petitions.${name} from public`);
    this.addSql(`grant execute on function petitions.${name} to ${ROLE}`);
  }
}

const NEWEST = 'order by p.received_on desc, p.id desc limit newest';
