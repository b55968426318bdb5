import { inTransaction, openDatabase, type Scope, sessionVariables } from '@everyletter/kit/database';
import { buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import type { Viewer } from '@everyletter/kit/viewer';
import type { MikroORM } from '@mikro-orm/postgresql';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Petition } from '../src/petition/petition.entity.ts';
import { petitionsService } from '../src/service.ts';
import { searchCondition } from '../src/worklist/look-up.ts';
import { searchTerm } from '../src/worklist/rules/search-term.ts';
import type { WorklistFilterInput } from '../src/worklist/worklist.inputs.ts';
import { conditionsOf } from '../src/worklist/worklist-filter.ts';
import { aLetter, CLERK_ID, ELSEWHERE, HERE, NINTH, plantTerms, register, SECOND, testKeys } from './build.ts';

/** So many that a plan which reads them all would be the worse one. */
const ROWS = 8000;
const PLANTING_MS = 60_000;
const leader = buildViewer(HERE, ['LEADER'], { staffId: CLERK_ID });

const FUNCTION_OF: Readonly<Record<string, string>> = {
  petition_name_pairs: 'petitions_named',
  search_mark_initials: 'petitions_initialled',
  petition_number_part: 'petitions_numbered',
};

let database: TestDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await testDatabase([petitionsService]);
  await plantTerms(database);
  await register(database, [aLetter({ card: { ...aLetter().card, name: '曹𠮷' } })]);
  await database.rows(`insert into petitions.matter select (jsonb_populate_record(m, jsonb_build_object(
      'id', md5(n::text)::uuid, 'substantive_stopped_on', date '2020-02-01' + n / 20,
      'substantive_due_on', date '2020-04-01' + n / 20))).*
    from petitions.matter m cross join generate_series(1, ${ROWS}) n`);
  await database.rows(`insert into petitions.petition select (jsonb_populate_record(p, jsonb_build_object(
      'id', gen_random_uuid(), 'matter_id', md5(n::text)::uuid, 'number', '海检控申〔2025〕' || lpad(n::text, 5, '0') || '号', 'state', 'DISPOSED',
      'received_on', date '2020-01-01' + n / 20, 'procedural_stopped_on', date '2020-01-02' + n / 20,
      'procedural_due_on', date '2020-01-08' + n / 20, 'track', 'CLEAR_NATURE', 'handler_id', gen_random_uuid(),
      'name_pairs', jsonb_build_array(n, n + 1), 'phone_index', null))).*
    from petitions.petition p cross join generate_series(1, ${ROWS}) n`);
  await database.rows(`insert into petitions.search_mark
    select id, institution_id, name_pairs, name_pairs from petitions.petition on conflict do nothing`);
  await database.rows('vacuum analyze petitions.petition, petitions.matter, petitions.search_mark');
  orm = await openDatabase({ url: database.urlOf('petitions'), schema: 'petitions', entities: [Petition] });
}, PLANTING_MS);
afterAll(async () => {
  await orm?.close(true);
  await database.stop();
});

function asked<Row>(viewer: Viewer, scope: Scope, statement: RawBuilder<Row>): Promise<Row[]> {
  return inTransaction(orm, { variables: sessionVariables(viewer, scope), readOnly: true }, async (em) => {
    const { rows } = await statement.execute(em.getKysely() as unknown as Kysely<unknown>);
    return rows;
  });
}

describe('beneath row-level security a search rides its index:', () => {
  const today = localDate('2026-11-23');
  test.each<[string, WorklistFilterInput, RegExp]>([
    ['a phone', { search: '13900000017' }, /Index Scan.* petition_phone/],
    ['a rare track', { tracks: ['REAL_NAME'] }, /petition_track/],
    ['a rare state', { states: ['REGISTERED'] }, /petition_(?:state|undisposed)/],
    ['what waits for triage', { view: 'UNTRIAGED' }, /petition_undisposed/],
    [
      'what is overdue',
      { view: 'OVERDUE' },
      /(?=.*petition_procedural_due)(?=.*matter_due)(?=.*matter_follow_up)(?=.*petition_matter)/s,
    ],
    ['what is mine', { view: 'MINE' }, /petition_handler/],
    ['what was kept too late', { figure: 'PROCEDURAL_MISSED' }, /petition_late/],
  ])('%s', async (_, filter, index) => {
    const plan = await planOf(filter);
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(/Seq Scan on petition /);
  });

  test.each<[string, WorklistFilterInput, string]>([
    ['a name', { search: '曹𠮷' }, 'petition_name_pairs'],
    ['initials', { search: 'cj' }, 'search_mark_initials'],
    ['a number', { search: '00001' }, 'petition_number_part'],
  ])('%s, through a function of the owner', async (_, filter, index) => {
    const plan = await planOf(filter);
    expect(plan).toMatch(/petitions_[ni]/);
    expect(plan).not.toMatch(/Seq Scan on petition /);
    expect(await planWithin(FUNCTION_OF[index] ?? '')).toContain(index);
  });

  test('words of a letter ride their index as well', async () => {
    expect(await planWithin('petitions_worded')).toContain('search_mark_words');
  });

  async function planOf(filter: WorklistFilterInput): Promise<string> {
    const term = filter.search ? searchTerm(filter.search) : null;
    const conditions = conditionsOf(filter, term && searchCondition(term, null, HERE, testKeys), {
      viewer: leader,
      today,
      warnDays: 2,
    });
    const rows = await asked(
      leader,
      'INSTITUTION',
      sql<{ 'QUERY PLAN': string }>`explain select p.id from petitions.petition p
        where p.institution_id = ${HERE} and ${sql.join([...conditions], sql` and `)}
        order by p.received_on desc, p.id desc limit 51`,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  }
});

/** Of what the function of the owner does. */
async function planWithin(name: string): Promise<string> {
  const [body = {}] = await database.rows(`select prosrc from pg_proc where proname = $1`, [name]);
  const within = String(body.prosrc)
    .replace(/@> (?:pairs|marks)/, "@> '{17}'")
    .replace('limit newest', 'limit 100')
    .replace('like pattern', "like '%00017%'");
  return JSON.stringify(
    await database.rows(`explain ${within.replaceAll(/\b(search_mark k|petition p)\b/g, 'petitions.$1')}`),
  );
}

describe('the functions of the owner find', () => {
  const named = sql<{ id: string }>`
    select petitions.petitions_named(${testKeys.blindPairs('曹𠮷', HERE, 'name')}::int[]) as id`;
  const numbered = sql<{ id: string }>`select petitions.petitions_numbered('%2026〕00001%') as id`;

  test.each<[string, Viewer, Scope, number]>([
    ['one for a leader', leader, 'INSTITUTION', 1],
    ['one for its department', buildViewer(HERE, ['CLERK'], { departmentIds: [NINTH] }), 'DEPARTMENT', 1],
    ['nothing for another department', buildViewer(HERE, ['CLERK'], { departmentIds: [SECOND] }), 'DEPARTMENT', 0],
    ['nothing for nobody’s department', buildViewer(HERE, ['CLERK']), 'DEPARTMENT', 0],
    ['nothing for another institution', buildViewer(ELSEWHERE, ['LEADER']), 'INSTITUTION', 0],
    ['nothing without a scope', buildViewer(HERE, ['AUDITOR'], { departmentIds: [NINTH] }), 'NONE', 0],
  ])('%s', async (_, viewer, scope, found) => {
    expect(await asked(viewer, scope, named)).toHaveLength(found);
    expect(await asked(viewer, scope, numbered)).toHaveLength(found);
  });

  test('nothing for anybody outside the service', async () => {
    const [right] = await database.rows(`select
      has_function_privilege('public', 'petitions.petitions_named(int[])', 'execute') as named,
      has_function_privilege('public', 'petitions.petitions_numbered(text)', 'execute') as numbered`);
    expect(right).toEqual({ named: false, numbered: false });
  });
});
