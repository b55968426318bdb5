import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_stations';
const OWN = `(select nullif(current_setting('app.institution_id', true), '')::uuid)`;
const OFFICE = `(select current_setting('app.scope', true)) = 'INSTITUTION'`;
const SELF = `lawyer_id = (select nullif(current_setting('app.lawyer_id', true), '')::uuid)`;

/** Consultations, what was found against them, opinions the office owes an answer, and referrals to legal aid. */
export class Consultations extends Migration {
  override up(): void {
    this.addConsultations();
    this.addConflicts();
    this.addOpinions();
    this.addReferrals();
    for (const table of ['consultation', 'opinion', 'legal_aid_referral']) {
      for (const statement of tenantTableSql(`stations.${table}`, ROLE, `${OFFICE} or ${SELF}`)) this.addSql(statement);
    }
    for (const statement of tenantTableSql('stations.conflict_hit', ROLE, OFFICE)) this.addSql(statement);
  }

  /** Names are sealed; by their blind indexes a later check finds them. Petition and matter belong to another service. */
  private addConsultations(): void {
    this.addSql(`create table stations.consultation (
      id uuid primary key, institution_id uuid not null, assignment_id uuid not null references stations.assignment,
      lawyer_id uuid not null references stations.lawyer, firm_id uuid not null references stations.law_firm,
      station_id uuid not null references stations.station, petition_id uuid, matter_id uuid, topic text not null,
      state text not null, held_on date not null, started_by_id uuid not null, started_at timestamptz not null,
      wrapped_key bytea not null, person_sealed bytea not null, person_index bytea not null,
      parties_sealed bytea not null, party_indexes bytea[] not null default '{}', minutes int check (minutes > 0), outcome text,
      note_sealed bytea, ended_at timestamptz, override_by_id uuid, override_reason text, overridden_at timestamptz,
      version int not null default 1)`);
    this.addSql(`create index consultation_petition on stations.consultation (institution_id, petition_id)`);
    this.addSql(`create index consultation_matter on stations.consultation (institution_id, matter_id)`);
    this.addSql(`create index consultation_day on stations.consultation (institution_id, held_on desc, id)`);
    this.addSql(`create index consultation_person on stations.consultation (institution_id, person_index)`);
    this.addSql(`create index consultation_assignment on stations.consultation (institution_id, assignment_id)`);
  }

  /**
   * What speaks against a consultation. The search looks beyond what a lawyer may see and tells them nothing: its rows
   * are for the office.
   */
  private addConflicts(): void {
    this.addSql(`create table stations.conflict_hit (
      id uuid primary key, institution_id uuid not null, consultation_id uuid not null references stations.consultation,
      kind text not null, earlier_id uuid not null references stations.consultation)`);
    this.addSql(`create index conflict_hit_consultation on stations.conflict_hit (institution_id, consultation_id)`);
    this.addSql(`create function stations.find_conflicts(checked uuid) returns int language plpgsql security definer
      set search_path = stations, pg_temp as $$
      declare found int; begin
        insert into conflict_hit select gen_random_uuid(), c.institution_id, c.id, case
            when e.person_index = any (c.party_indexes) then 'ADVISED_OTHER_SIDE'
            when c.person_index = any (e.party_indexes) then 'WAS_OTHER_SIDE' else 'SAME_MATTER' end, e.id
          from consultation c join consultation e on e.institution_id = c.institution_id and e.id <> c.id
            and e.state <> 'CANCELLED' and (
              (e.firm_id = c.firm_id and (e.person_index = any (c.party_indexes) or c.person_index = any (e.party_indexes)))
              or (e.lawyer_id = c.lawyer_id and e.matter_id = c.matter_id and e.person_index <> c.person_index))
          where c.id = checked and c.institution_id = ${OWN};
        get diagnostics found = row_count;
        return found; end $$`);
    this.addSql(`revoke all on function stations.find_conflicts(uuid) from public`);
    this.addSql(`grant execute on function stations.find_conflicts(uuid) to ${ROLE}`);
  }

  private addOpinions(): void {
    this.addSql(`create table stations.opinion (
      id uuid primary key, institution_id uuid not null, consultation_id uuid not null references stations.consultation,
      lawyer_id uuid not null references stations.lawyer, given_on date not null, due_on date not null,
      provisional boolean not null, calendar_version int not null, policy_version int not null,
      opinion_sealed bytea not null, answered_on date, answer_sealed bytea, answered_by_id uuid,
      version int not null default 1)`);
    this.addSql(`create index opinion_consultation on stations.opinion (institution_id, consultation_id)`);
    this.addSql(`create index opinion_due on stations.opinion (institution_id, due_on) where answered_on is null`);
  }

  private addReferrals(): void {
    this.addSql(`create table stations.legal_aid_referral (
      id uuid primary key, institution_id uuid not null, consultation_id uuid not null references stations.consultation,
      lawyer_id uuid not null references stations.lawyer, agency text not null, referred_on date not null,
      decide_by date not null, decided_on date, granted boolean, appoint_by date, appointed_on date,
      version int not null default 1, unique (institution_id, consultation_id))`);
  }
}
