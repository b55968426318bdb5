import { auditTableSql } from '@everyletter/kit/audit';
import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_stations';
const OFFICE = `(select current_setting('app.scope', true)) = 'INSTITUTION'`;
/** Assignments that hold a seat; a declined or cancelled one holds none. */
const HELD = `status in ('PUBLISHED', 'CONFIRMED')`;

/**
 * Seats and who holds them, so that no order of writes can book anybody twice: one lawyer one place, one hall a day,
 * one lawyer a seat, and never beyond the caps of the week and the month. Every constraint may be put off to the end
 * of a transaction, so that two may change places.
 */
export class Seats extends Migration {
  override up(): void {
    this.addSql('create extension if not exists btree_gist');
    this.addHalls();
    this.widenRequirements();
    this.addExceptions();
    this.widenAssignments();
    this.capAssignments();
    for (const table of ['hall', 'requirement_exception']) {
      for (const statement of tenantTableSql(`stations.${table}`, ROLE)) this.addSql(statement);
      this.addSql(`create policy below on stations.${table} for select to ${ROLE}
        using (${OFFICE} and institution_id in (select institution_id from stations.institution_below))`);
    }
    for (const statement of auditTableSql('stations', ROLE)) this.addSql(statement);
  }

  /** A station without a hall is a place of its own. Hours are of Asia/Shanghai. */
  private addHalls(): void {
    this.addSql(`create table stations.hall (
      id uuid primary key, institution_id uuid not null, name text not null, address text not null)`);
    this.addSql(`create index hall_institution on stations.hall (institution_id, name)`);
    this.addSql(`alter table stations.station add hall_id uuid references stations.hall,
      add service_kind text not null default 'PETITION_CONSULTATION',
      add morning_from text not null default '09:00', add morning_to text not null default '11:30',
      add afternoon_from text not null default '14:00', add afternoon_to text not null default '17:00',
      add version int not null default 1`);
  }

  /** `weekdays`: bit 0 is Monday; null is every working day, make-up ones included. One line has one version a day. */
  private widenRequirements(): void {
    this.addSql(`alter table stations.coverage_requirement add line int not null default 1 check (line > 0),
      add weekdays int check (weekdays between 1 and 127), add specialties text[] not null default '{}',
      add language text, add priority int not null default 1, add version int not null default 1,
      add constraint one_version_a_day exclude using gist (institution_id with =, station_id with =, half_day with =,
        line with =, daterange(effective_from, effective_to, '[]') with &&) deferrable initially immediate`);
  }

  /** Without a half-day or a line it is for all of them. Only a closing leaves `lawyers` empty. */
  private addExceptions(): void {
    this.addSql(`create table stations.requirement_exception (
      id uuid primary key, institution_id uuid not null, station_id uuid not null references stations.station,
      kind text not null, half_day text, line int, lawyers int check (lawyers >= 0), from_date date not null,
      to_date date not null, reason text not null, document_number text, created_by_id uuid not null,
      created_at timestamptz not null, check (to_date >= from_date), check ((kind = 'CLOSE') = (lawyers is null)))`);
    this.addSql(`create index requirement_exception_station on stations.requirement_exception
      (institution_id, station_id, from_date)`);
  }

  private widenAssignments(): void {
    this.addSql(`alter table stations.assignment drop constraint assignment_institution_id_lawyer_id_date_half_day_key,
      add hall_id uuid, add line int not null default 1, add seat int not null default 1 check (seat > 0),
      add status text not null default 'PUBLISHED', add plan_id uuid, add locked boolean not null default false,
      add version int not null default 1`);
    this.addSql(`update stations.assignment a set hall_id = coalesce(s.hall_id, s.id)
      from stations.station s where s.id = a.station_id`);
    this.addSql(`create function stations.set_assignment_hall() returns trigger language plpgsql as $$ begin
      select coalesce(s.hall_id, s.id) into new.hall_id from stations.station s where s.id = new.station_id;
      return new; end $$`);
    this.addSql(`create trigger assignment_hall before insert or update of station_id on stations.assignment
      for each row execute function stations.set_assignment_hall()`);
    this.addSql(`alter table stations.assignment alter hall_id set not null,
      add constraint one_lawyer_one_place exclude using btree (institution_id with =, lawyer_id with =, date with =,
        half_day with =) where (${HELD}) deferrable initially immediate,
      add constraint one_lawyer_a_seat exclude using btree (institution_id with =, station_id with =, date with =,
        half_day with =, line with =, seat with =) where (${HELD}) deferrable initially immediate,
      add constraint one_hall_a_day exclude using gist (lawyer_id with =, date with =, hall_id with <>)
        where (${HELD}) deferrable initially immediate`);
    this.addSql(`create index assignment_date on stations.assignment (institution_id, date)
      include (station_id, half_day, line, seat, status)`);
  }

  /** The row of the lawyer is locked before counting, so that two writers cannot both find the last half-day free. */
  private capAssignments(): void {
    this.addSql(`alter table stations.lawyer add weekly_cap int check (weekly_cap >= 0),
      add monthly_cap int check (monthly_cap >= 0)`);
    this.addSql(`create function stations.check_caps() returns trigger language plpgsql as $$
      declare week int; month int; caps record; begin
        select weekly_cap, monthly_cap into caps from stations.lawyer where id = new.lawyer_id for no key update;
        if caps.weekly_cap is null and caps.monthly_cap is null then return null; end if;
        select count(*) filter (where date_trunc('week', date) = date_trunc('week', new.date)),
            count(*) filter (where date_trunc('month', date) = date_trunc('month', new.date)) into week, month
          from stations.assignment where institution_id = new.institution_id and lawyer_id = new.lawyer_id and ${HELD}
            and date between new.date - 31 and new.date + 31;
        if week > caps.weekly_cap then
          raise exception using errcode = '23514', constraint = 'weekly_cap', message = 'beyond the cap of the week';
        end if;
        if month > caps.monthly_cap then
          raise exception using errcode = '23514', constraint = 'monthly_cap', message = 'beyond the cap of the month';
        end if;
        return null; end $$`);
    this.addSql(`create constraint trigger assignment_caps after insert or update of lawyer_id, date, status
      on stations.assignment deferrable initially immediate for each row when (new.${HELD})
      execute function stations.check_caps()`);
  }
}
