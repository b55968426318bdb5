import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';
/** What a figure asks of a petition, as in `report_fact`, with its type. */
const KIND: Readonly<Record<string, string>> = {
  channel: 'text',
  category: 'text',
  identity_kind: 'text',
  received_on: 'date',
  unreachable_on: 'date',
  procedural_due_on: 'date',
  procedural_stopped_on: 'date',
  substantive_due_on: 'date',
  substantive_stopped_on: 'date',
};
export const COLUMNS = Object.keys(KIND).join(', ');
/** As the tallies of an institution are read: by days of receipt. */
export const BY_DAY = ['received_on', ...Object.keys(KIND).filter((name) => name !== 'received_on')].join(', ');
const DEFINED = Object.entries(KIND)
  .map(([column, type]) => `${column} ${type}`)
  .join(', ');
const SECURED = 'security definer set search_path = petitions, pg_temp';
/** Whoever folds or moves tallies does so alone. */
const ALONE = `hashtext('petitions.report_tally')`;

/**
 * Petitions of one kind are counted together: `report_tally` holds, for an institution and for all below it, how many
 * petitions there are of each kind. A kind is a row of `report_fact` with its days rounded: what is settled stands on
 * the first of its month, in time or a day late; what is open keeps its days. Changes write what they add and take
 * away in their own transaction; the round folds that in, and readers add up both.
 */
export class ReportTallies extends Migration {
  override up(): void {
    this.addTables();
    this.addKind();
    this.addChanges();
    this.addFold();
    this.addRebuild();
    this.addReading();
    this.addSql('select petitions.rebuild_report_tallies()');
  }

  private addTables(): void {
    this.addSql(`create table petitions.report_tally (
      institution_id uuid not null, below boolean not null, ${DEFINED}, petitions int not null)`);
    this.addSql(`create unique index report_tally_kind on petitions.report_tally
      (institution_id, below, ${BY_DAY})
      nulls not distinct`);
    this.addSql(`create index report_tally_open on petitions.report_tally (institution_id, below)
      where procedural_stopped_on is null or substantive_stopped_on is null`);
    this.addSql('create index report_tally_none on petitions.report_tally (institution_id) where petitions = 0');
    this.addSql(`create table petitions.report_change (
      institution_id uuid not null, id bigint generated always as identity, ${DEFINED}, petitions int not null,
      primary key (institution_id, id))`);
    for (const table of ['petitions.report_tally', 'petitions.report_change']) {
      for (const statement of tenantTableSql(table, ROLE)) this.addSql(statement);
      this.addSql(`revoke all on ${table} from ${ROLE}`);
    }
  }

  private addKind(): void {
    const month = `date_trunc('month', p.received_on::timestamp)::date`;
    const stopped = (due: string, stop: string) =>
      `case when ${stop} is null then null when ${stop} > ${due} then ${month} + 1 else ${month} end`;
    const due = (days: string, stop: string) =>
      `case when ${days} is null then null when ${stop} is null then ${days} else ${month} end`;
    this.addSql(`create type petitions.report_kind as (${DEFINED})`);
    this.addSql(`create function petitions.report_kind(p petitions.petition, m petitions.matter)
      returns setof petitions.report_kind rows 1 language sql immutable as $$
      select p.channel, p.category, p.identity_kind,
        case when p.procedural_stopped_on is null or m.substantive_stopped_on is null then p.received_on else ${month} end,
        case when p.unreachable_on is null then null else ${month} end,
        ${due('p.procedural_due_on', 'p.procedural_stopped_on')},
        ${stopped('p.procedural_due_on', 'p.procedural_stopped_on')},
        ${due('m.substantive_due_on', 'm.substantive_stopped_on')},
        ${stopped('m.substantive_due_on', 'm.substantive_stopped_on')} $$`);
  }

  /** The matter is locked, so that of two changes at once the second sees what the first has made of it. */
  private addChanges(): void {
    const write = (alias: string, matter: string, sign: string) => `
      insert into report_change (institution_id, ${COLUMNS}, petitions)
        select ${alias}.institution_id, k.*, ${sign} from report_kind(${alias}, ${matter}) k`;
    this.addTrigger(
      'count_added',
      `
      begin
        perform from matter where id in (select matter_id from added) order by id for no key update;
        insert into report_change (institution_id, ${COLUMNS}, petitions)
          select a.institution_id, k.*, count(*) from added a join matter m on m.id = a.matter_id,
            report_kind(row(a.*)::petition, m) k
          group by a.institution_id, ${COLUMNS.split(', ')
            .map((column) => `k.${column}`)
            .join(', ')};
        return null;
      end`,
    );
    this.addTrigger(
      'count_changed',
      `
      declare
        was matter; is_now matter;
      begin
        perform from matter where id in (old.matter_id, new.matter_id) order by id for no key update;
        select * into was from matter where id = old.matter_id;
        select * into is_now from matter where id = new.matter_id;
        if report_kind(old, was) is distinct from report_kind(new, is_now) then
          ${write('old', 'was', '-1')};
          ${write('new', 'is_now', '1')};
        end if;
        return null;
      end`,
    );
    this.addTrigger(
      'count_removed',
      `
      declare
        was matter;
      begin
        select * into was from matter where id = old.matter_id for no key update;
        ${write('old', 'was', '-1')};
        return null;
      end`,
    );
    this.addTrigger(
      'count_matter',
      `
      declare
        p petition;
      begin
        for p in select * from petition where institution_id = new.institution_id and matter_id = new.id loop
          ${write('p', 'old', '-1')};
          ${write('p', 'new', '1')};
        end loop;
        return null;
      end`,
    );
    this.addSql(`create trigger count_added after insert on petitions.petition referencing new table as added
      for each statement execute function petitions.count_added()`);
    this.addSql(`create trigger count_changed after update of matter_id, channel, category, identity_kind, received_on,
      unreachable_on, procedural_due_on, procedural_stopped_on on petitions.petition
      for each row execute function petitions.count_changed()`);
    this.addSql(`create trigger count_removed after delete on petitions.petition
      for each row execute function petitions.count_removed()`);
    this.addSql(`create trigger count_matter after update of substantive_due_on, substantive_stopped_on on petitions.matter
      for each row when (old.substantive_due_on is distinct from new.substantive_due_on
        or old.substantive_stopped_on is distinct from new.substantive_stopped_on)
      execute function petitions.count_matter()`);
  }

  private addTrigger(name: string, body: string): void {
    this.addSql(`create function petitions.${name}() returns trigger language plpgsql ${SECURED} as $$ ${body} $$`);
    this.addSql(`revoke all on function petitions.${name}() from public`);
  }

  /** Takes a stretch of changes into the tallies of their institution and of those above it. */
  private addFold(): void {
    const spread = (from: string) => `
      select institution_id, false as below, ${COLUMNS}, petitions from ${from}
      union all
      select a.id, true, ${COLUMNS}, c.petitions from ${from} c join office o on o.institution_id = c.institution_id
        cross join unnest(o.ancestor_ids) a(id)`;
    const add = (from: string) => `
      insert into report_tally as t (institution_id, below, ${COLUMNS}, petitions)
        select institution_id, below, ${COLUMNS}, sum(petitions) from (${from}) s
        group by institution_id, below, ${COLUMNS} having sum(petitions) <> 0
      on conflict (institution_id, below, received_on, ${Object.keys(KIND)
        .filter((name) => name !== 'received_on')
        .join(', ')})
        do update set petitions = t.petitions + excluded.petitions`;
    this.addSql(`create function petitions.fold_report_changes(most int) returns int language plpgsql ${SECURED} as $$
      declare folded int;
      begin
        if not exists (select from report_change) or not pg_try_advisory_xact_lock(${ALONE}) then return 0; end if;
        with gone as (delete from report_change where (institution_id, id) in
            (select institution_id, id from report_change limit most) returning *),
          counted as (${add(spread('gone'))})
        select count(*) into folded from gone;
        delete from report_tally where petitions = 0;
        return folded;
      end $$`);
    this.addSql('revoke all on function petitions.fold_report_changes(int) from public');
    this.addSql(`grant execute on function petitions.fold_report_changes(int) to ${ROLE}`);
    this.addMoves(add);
  }

  /** An institution that comes to stand elsewhere in the tree takes its past with it. */
  private addMoves(add: (from: string) => string): void {
    const own = (ids: string, sign: string) => `
      select a.id as institution_id, true as below, ${COLUMNS}, ${sign} petitions as petitions
      from report_tally cross join unnest(${ids}) a(id) where institution_id = new.institution_id and not below`;
    this.addTrigger(
      'move_tallies',
      `
      begin
        perform pg_advisory_xact_lock(${ALONE});
        ${add(`${own('old.ancestor_ids', '-')} union all ${own('new.ancestor_ids', '')}`)};
        delete from report_tally where petitions = 0;
        return null;
      end`,
    );
    this.addSql(`create trigger move_tallies after update of ancestor_ids on petitions.office for each row
      when (old.ancestor_ids is distinct from new.ancestor_ids) execute function petitions.move_tallies()`);
  }

  /** All there is, counted again; nothing may change meanwhile. */
  private addRebuild(): void {
    this.addSql(`create view petitions.report_truth as
      with own as (select p.institution_id, k.*, count(*)::int as petitions
        from petitions.petition p join petitions.matter m on m.id = p.matter_id, petitions.report_kind(p, m) k
        group by p.institution_id, ${COLUMNS.split(', ')
          .map((column) => `k.${column}`)
          .join(', ')})
      select institution_id, false as below, ${COLUMNS}, petitions from own
      union all
      select a.id, true, ${COLUMNS}, sum(petitions)::int
        from own join petitions.office o using (institution_id) cross join unnest(o.ancestor_ids) a(id)
        group by a.id, ${COLUMNS}`);
    this.addSql(`create function petitions.rebuild_report_tallies() returns void language plpgsql
      set search_path = petitions, pg_temp as $$
      begin
        lock table petition, matter in share row exclusive mode;
        perform pg_advisory_xact_lock(${ALONE});
        delete from report_change;
        delete from report_tally;
        insert into report_tally (institution_id, below, ${COLUMNS}, petitions)
          select institution_id, below, ${COLUMNS}, petitions from report_truth;
      end $$`);
    this.addSql('revoke all on function petitions.rebuild_report_tallies() from public');
  }

  /** Tallies with what is not yet folded in; to readers, of the viewer's institution and those below it. */
  private addReading(): void {
    const counted = (among: string) => `
      select institution_id, below, ${COLUMNS}, petitions from petitions.report_tally ${among && `where institution_id ${among}`}
      union all
      select institution_id, false, ${COLUMNS}, petitions from petitions.report_change
        ${among && `where institution_id ${among}`}
      union all
      select a.id, true, ${COLUMNS}, c.petitions from petitions.report_change c
        join petitions.office o on o.institution_id = c.institution_id cross join unnest(o.ancestor_ids) a(id)
        ${among && `where a.id ${among}`}`;
    this.addSql(`create view petitions.report_all_counted as ${counted('')}`);
    this.addSql(`create view petitions.report_counted with (security_barrier) as
      ${counted('in (select institution_id from petitions.reported_institution)')}`);
    this.addSql(`create view petitions.reported_tree with (security_barrier) as
      select a.id as above_id, o.institution_id from petitions.office o cross join unnest(o.ancestor_ids) a(id)
      where o.institution_id in (select institution_id from petitions.reported_institution)
        and a.id in (select institution_id from petitions.reported_institution)`);
    this.addSql(`grant select on petitions.report_counted, petitions.reported_tree to ${ROLE}`);
    this.addSql(`create view petitions.report_difference as
      select institution_id, below, ${COLUMNS}, sum(petitions)::int as too_many from (
        select institution_id, below, ${COLUMNS}, petitions from petitions.report_all_counted
        union all select institution_id, below, ${COLUMNS}, -petitions from petitions.report_truth) both_ways
      group by institution_id, below, ${COLUMNS} having sum(petitions) <> 0`);
  }
}
