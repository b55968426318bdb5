import { departmentCondition } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';
const OWN = `institution_id = (select nullif(current_setting('app.institution_id', true), '')::uuid)`;
const MEMBERS = departmentCondition('receiving_department_id', 'handling_department_id');
const ANSWERED = `('ANSWERED', 'ARCHIVED')`;

/** What the worklist needs to find a page, a name or a count among a million petitions. */
export class Search extends Migration {
  override up(): void {
    this.readDepartmentsOnce();
    this.addSearch('petitions_named', 'pairs int[]', 'name_pairs @> pairs');
    this.addSearch('petitions_numbered', 'pattern text', 'number like pattern');
    this.addSql('create extension if not exists pg_trgm');
    this.addSql('create index petition_number_part on petitions.petition using gin (number gin_trgm_ops)');
    this.addIndexes();
  }

  /** The list of departments was read from its text again for every row. */
  private readDepartmentsOnce(): void {
    this.addSql(`alter policy tenant on petitions.petition using (${OWN} and (${MEMBERS}))`);
  }

  /**
   * Beneath row-level security only operators that cannot leak may ride an index, and neither `@>` nor `like` is one.
   * As the owner they may: only ids come out, of what the viewer may see, and what is done with them is secured again.
   */
  private addSearch(name: string, parameter: string, condition: string): void {
    const signature = `petitions.${name}(${parameter.split(' ')[1]})`;
    this.addSql(`create function petitions.${name}(${parameter}) returns setof uuid language sql stable security definer
      set search_path = petitions, pg_temp as
      $$ select id from petitions.petition where ${condition} and ${OWN} and (${MEMBERS}) $$`);
    this.addSql(`revoke all on function ${signature} from public`);
    this.addSql(`grant execute on function ${signature} to ${ROLE}`);
  }

  /** Common values are met on the way down the days; the indexes without an order are for rare ones. */
  private addIndexes(): void {
    const desk = `matter_id, channel, category, track, state, handler_id, receiving_department_id,
      handling_department_id, identity_kind, unreachable_on, procedural_due_on, procedural_stopped_on`;
    const petition = {
      desk: `(institution_id, received_on desc, id desc) include (${desk})`,
      due: '(institution_id, procedural_due_on, id)',
      late: '(institution_id, id) where procedural_stopped_on > procedural_due_on',
      receiving: '(institution_id, receiving_department_id)',
      handling: '(institution_id, handling_department_id)',
      state: '(institution_id, state)',
      channel: '(institution_id, channel)',
      category: '(institution_id, category)',
      track: '(institution_id, track)',
    };
    const matter = {
      unanswered: `(institution_id, id) where state not in ${ANSWERED}`,
      late: '(institution_id, id) where substantive_stopped_on > substantive_due_on',
      clock: '(institution_id, id) include (substantive_due_on, substantive_stopped_on)',
    };
    for (const [name, columns] of Object.entries(petition)) {
      this.addSql(`create index petition_${name} on petitions.petition ${columns}`);
    }
    for (const [name, columns] of Object.entries(matter)) {
      this.addSql(`create index matter_${name} on petitions.matter ${columns}`);
    }
    this.addSql('drop index petitions.petition_received');
  }
}
