import { withoutIndexes } from '@everyletter/petitions/demo/nation/without-indexes';
import type pg from 'pg';

export interface Copies {
  /** Whose petitions are copied, again and again, until there are `rows` of them. */
  readonly from: string;
  readonly institutionId: string;
  readonly rows: number;
  /** Received one petition, in the middle of the store. */
  readonly newcomers: string;
  readonly today: string;
}

/** Each copy lies a year later than the one before, then again in the first year, so that the store reaches from its first year to today. */
const YEARS_SPREAD = 5;
/** Of the last three months' matters, one in so many is still being handled. */
const OPEN_ONE_IN = 3;

/**
 * An institution of any size, by SQL alone: petitions of the same mix, in the order of their days, under ids that sort
 * by time. Nobody is named in them (`name_sealed` is null), but they are found by pairs, phone and number all the same.
 */
export async function copyPetitions(client: pg.Client, copies: Copies): Promise<void> {
  const { from, institutionId, rows, newcomers, today } = copies;
  await copyTerms(client, from, institutionId);
  await withoutIndexes(client, ['petitions.petition', 'petitions.matter'], async () => {
    await client.query(`create temporary table copy as ${COPY}`, [from, rows, today, institutionId]);
    await client.query(COPY_MATTERS, [institutionId]);
    await client.query(COPY_PETITIONS, [institutionId]);
    await client.query('drop table copy');
  });
  // Once the indexes are back: what a change of these counts anew is found by them.
  await client.query(REOPEN, [institutionId, today, OPEN_ONE_IN]);
  await client.query(ONE_FOR_THE_NEWCOMERS, [institutionId, newcomers]);
}

/** Ids begin with the milliseconds of their day, like those of the product. */
const idOf = (name: string) => `overlay(md5(source.id::text || n || $4 || '${name}') placing
  lpad(to_hex((extract(epoch from registered_at + shift) * 1000)::bigint), 12, '0') from 1)::uuid`;

const COPY = `
  with source as materialized (select id, received_on, registered_at from petitions.petition where institution_id = $1)
  select source.id as source_id, shift, ${idOf('petition')} as id, ${idOf('matter')} as matter_id
  from generate_series(0, $2::int / (select count(*)::int from source)) n
  cross join source
  cross join lateral (select make_interval(years => case
    when received_on + make_interval(years => n % ${YEARS_SPREAD}) <= $3::date then n % ${YEARS_SPREAD} else 0 end)
    as shift) as shifted
  order by n, source.id limit $2`;

const COPY_MATTERS = `
  insert into petitions.matter (id, institution_id, subject, state, opened_on, substantive_started_on, substantive_due_on,
    substantive_target_on, substantive_provisional, substantive_stopped_on, follow_up_due_on, policy_version,
    calendar_version)
  select c.matter_id, $1, m.subject, m.state, m.opened_on + shift, m.substantive_started_on + shift,
    m.substantive_due_on + shift, m.substantive_target_on + shift, m.substantive_provisional,
    m.substantive_stopped_on + shift, m.follow_up_due_on, m.policy_version, m.calendar_version
  from copy c join petitions.petition p on p.id = c.source_id join petitions.matter m on m.id = p.matter_id
  order by c.id`;

const COPY_PETITIONS = `
  insert into petitions.petition (id, institution_id, matter_id, number, channel, category, subject, received_on,
    registered_at, identity_kind, state, disposition, track, track_reason_code, receiving_department_id,
    handling_department_id, handler_id, unreachable_on, procedural_started_on, procedural_due_on, procedural_target_on,
    procedural_provisional, procedural_stopped_on, superior_from, report_back_due_on, policy_version, calendar_version,
    wrapped_key, phone_sealed, phone_index, name_pairs)
  select c.id, $1, c.matter_id, '海检控申〔' || extract(year from p.received_on + shift) || '〕' || lpad((row_number() over (
      partition by extract(year from p.received_on + shift) order by c.id))::text, 6, '0') || '号',
    p.channel, p.category, p.subject, p.received_on + shift, p.registered_at + shift, p.identity_kind, p.state,
    p.disposition, p.track, p.track_reason_code, p.receiving_department_id, p.handling_department_id, p.handler_id,
    p.unreachable_on + shift, p.procedural_started_on + shift, p.procedural_due_on + shift,
    p.procedural_target_on + shift, p.procedural_provisional, p.procedural_stopped_on + shift, p.superior_from,
    p.report_back_due_on, p.policy_version, p.calendar_version, p.wrapped_key, p.phone_sealed,
    p.phone_index, p.name_pairs
  from copy c join petitions.petition p on p.id = c.source_id order by c.id`;

const REOPEN = `
  update petitions.matter set state = 'HANDLING', substantive_stopped_on = null
  where institution_id = $1 and substantive_started_on > $2::date - interval '3 months'
    and get_byte(uuid_send(id), 15) % $3 = 0`;

const ONE_FOR_THE_NEWCOMERS = `
  update petitions.petition set receiving_department_id = $2, handling_department_id = $2 where id = (
    select id from petitions.petition where institution_id = $1 order by received_on, id
    offset (select count(*) / 2 from petitions.petition where institution_id = $1) limit 1)`;

async function copyTerms(client: pg.Client, from: string, to: string): Promise<void> {
  for (const table of ['office', 'policy_pack', 'calendar_version']) {
    await client.query(
      `insert into petitions.${table} select (jsonb_populate_record(t, jsonb_build_object('institution_id', $2::uuid))).*
       from petitions.${table} t where institution_id = $1`,
      [from, to],
    );
  }
}
