import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_stations';
const OWN = `(select nullif(current_setting('app.institution_id', true), '')::uuid)`;
const OFFICE = `(select current_setting('app.scope', true)) = 'INSTITUTION'`;
const SELF = `lawyer_id = (select nullif(current_setting('app.lawyer_id', true), '')::uuid)`;

/** A lawyer who acts for a petitioner, free of charge; and one check for conflicts over talks and representations. */
export class Representations extends Migration {
  override up(): void {
    this.addRepresentations();
    this.addSql(`alter table stations.opinion alter column consultation_id drop not null,
      add column representation_id uuid references stations.representation,
      add constraint opinion_of_one check ((consultation_id is null) <> (representation_id is null))`);
    this.addSql(`create index opinion_representation on stations.opinion (institution_id, representation_id)`);
    this.checkBoth();
  }

  private addRepresentations(): void {
    this.addSql(`create table stations.representation (
      id uuid primary key, institution_id uuid not null, matter_id uuid not null, petition_id uuid,
      lawyer_id uuid not null references stations.lawyer, firm_id uuid not null references stations.law_firm,
      kind text not null, scope text[] not null, consent_form text not null, consented_on date not null,
      state text not null, proposed_by_id uuid not null, proposed_on date not null, accepted_on date, ended_on date,
      end_reason text, end_note_sealed bytea, wrapped_key bytea not null, person_sealed bytea not null,
      person_index bytea not null, parties_sealed bytea not null, party_indexes bytea[] not null default '{}',
      override_by_id uuid, override_reason text, overridden_at timestamptz, version int not null default 1)`);
    this.addSql(`create index representation_matter on stations.representation (institution_id, matter_id)`);
    this.addSql(`create index representation_lawyer on stations.representation (institution_id, lawyer_id)`);
    this.addSql(`create index representation_person on stations.representation (institution_id, person_index)`);
    this.addSql(`create unique index representation_open on stations.representation
      (institution_id, matter_id, person_index) where state in ('BLOCKED', 'PROPOSED', 'ACTIVE')`);
    for (const statement of tenantTableSql('stations.representation', ROLE, `${OFFICE} or ${SELF}`))
      this.addSql(statement);
  }

  /** A hit may be on either side a talk or a representation; whoever reads it sees of both what is theirs. */
  private checkBoth(): void {
    this.addSql(`alter table stations.conflict_hit drop constraint conflict_hit_consultation_id_fkey,
      drop constraint conflict_hit_earlier_id_fkey`);
    this.addSql(`create view stations.served with (security_invoker = true) as
      select id, institution_id, lawyer_id, firm_id, matter_id, person_index, party_indexes, state, held_on
        from stations.consultation where state <> 'CANCELLED'
      union all
      select id, institution_id, lawyer_id, firm_id, matter_id, person_index, party_indexes, state, proposed_on
        from stations.representation where state <> 'DECLINED'`);
    this.addSql(`grant select on stations.served to ${ROLE}`);
    this.addSql(`create or replace function stations.find_conflicts(checked uuid) returns int language plpgsql
      security definer set search_path = stations, pg_temp as $$
      declare found int; begin
        insert into conflict_hit select gen_random_uuid(), c.institution_id, c.id, case
            when e.person_index = any (c.party_indexes) then 'ADVISED_OTHER_SIDE'
            when c.person_index = any (e.party_indexes) then 'WAS_OTHER_SIDE' else 'SAME_MATTER' end, e.id
          from served c join served e on e.institution_id = c.institution_id and e.id <> c.id and (
              (e.firm_id = c.firm_id and (e.person_index = any (c.party_indexes) or c.person_index = any (e.party_indexes)))
              or (e.lawyer_id = c.lawyer_id and e.matter_id = c.matter_id and e.person_index <> c.person_index))
          where c.id = checked and c.institution_id = ${OWN};
        get diagnostics found = row_count;
        return found; end $$`);
  }
}
