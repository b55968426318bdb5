import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_roster';

/** When leaders receive, who of them takes part how, rotas that are drafted, and whom a published one concerns. */
export class Rota extends Migration {
  override up(): void {
    this.addSql(`create table roster.reception_rule (
      id uuid primary key, institution_id uuid not null references roster.institution, name text not null,
      weekdays int[] not null, nth_in_month int[] not null, every_weeks int not null check (every_weeks > 0),
      span text not null, holiday_policy text not null, valid_from date not null, valid_to date,
      version int not null default 1, check (valid_to >= valid_from))`);
    this.addSql(`create index reception_rule_valid on roster.reception_rule (institution_id, valid_from)`);
    this.addSql(`create table roster.key_period (
      id uuid primary key, institution_id uuid not null references roster.institution, name text not null,
      from_on date not null, to_on date not null, leaders_per_half_day int not null check (leaders_per_half_day > 0),
      minimum_grade text, includes_days_off boolean not null, version int not null default 1, check (to_on >= from_on))`);
    this.addSql(`create index key_period_time on roster.key_period (institution_id, from_on)`);
    this.addSql(`create table roster.leader_profile (
      id uuid primary key references roster.staff, institution_id uuid not null, grade text not null,
      line_department_ids uuid[] not null, share numeric not null check (share > 0),
      disliked_weekdays int[] not null, takes_part boolean not null, version int not null default 1)`);
    this.addSql(`create index leader_profile_institution on roster.leader_profile (institution_id, id)`);
    this.addPlans();
    this.addAbsences();
    const tables = ['reception_rule', 'key_period', 'leader_profile', 'rota_revision', 'rota_plan', 'rota_notice'];
    for (const table of tables) {
      for (const statement of tenantTableSql(`roster.${table}`, ROLE)) this.addSql(statement);
    }
  }

  private addAbsences(): void {
    const statements = [
      `create table roster.absence (
        id uuid primary key, institution_id uuid not null, staff_id uuid not null references roster.staff,
        kind text not null, from_on date not null, to_on date not null, recorded_by_id uuid not null,
        recorded_at timestamptz not null, check (to_on >= from_on))`,
      ...tenantTableSql('roster.absence', ROLE),
    ].map((statement) => `execute $statement$${statement}$statement$;`);
    this.addSql(`do $guard$ begin if to_regclass('roster.absence') is null then
      ${statements.join('\n')} end if; end $guard$`);
  }

  private addPlans(): void {
    this.addSql(`create table roster.rota_revision (
      institution_id uuid primary key references roster.institution, revision int not null)`);
    this.addSql(`create table roster.rota_plan (
      id uuid primary key, institution_id uuid not null references roster.institution, name text not null,
      from_on date not null, to_on date not null, state text not null, seed int not null, base_revision int not null,
      problem jsonb not null, input_hash text not null, holdings jsonb not null, value int, bound numeric,
      is_optimal boolean not null default false, is_edited boolean not null default false,
      cancel_requested boolean not null default false, cpu_seconds numeric, failure_code text,
      created_at timestamptz not null, created_by_id uuid not null, published_at timestamptz, version int not null default 1)`);
    this.addSql(`create index rota_plan_time on roster.rota_plan (institution_id, created_at desc)`);
    this.addSql(`create table roster.rota_notice (
      id uuid primary key, institution_id uuid not null references roster.institution,
      staff_id uuid not null references roster.staff, kind text not null, date date not null, half_day text not null,
      at timestamptz not null, seen_at timestamptz)`);
    this.addSql(`create index rota_notice_staff on roster.rota_notice (institution_id, staff_id, at desc)`);
    this.addSql(`create table roster.substitution (
      id uuid primary key, institution_id uuid not null references roster.institution,
      reception_day_id uuid not null references roster.reception_day, from_leader_id uuid not null
      references roster.staff, to_leader_id uuid not null references roster.staff, reason text not null,
      decided_by_id uuid not null, decided_at timestamptz not null)`);
    this.addSql(`create index substitution_day on roster.substitution (institution_id, reception_day_id, id)`);
    this.addSql(`create index substitution_from on roster.substitution (institution_id, from_leader_id)`);
    for (const statement of tenantTableSql('roster.substitution', ROLE)) this.addSql(statement);
  }
}
