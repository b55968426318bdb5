import type { Service } from '@everyletter/kit/service';
import { buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import type { Viewer } from '@everyletter/kit/viewer';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { petitionsService } from '../src/service.ts';
import { aLetter, clerk, ELSEWHERE, HERE, NINTH, plantTerms, register, testKeys } from './build.ts';

let database: TestDatabase;
let petitions: Service;

beforeAll(async () => {
  database = await testDatabase([petitionsService]);
  await plantTerms(database);
  petitions = await database.start(petitionsService, { clock: () => new Date('2026-11-23T04:00:00Z'), keys: testKeys });
  const ordinary = Array.from({ length: 120 }, () => aLetter({ receivedOn: localDate('2026-11-20') }));
  await register(database, [
    aLetter({ receivedOn: localDate('2026-11-09') }),
    named('曹𠮷', { receivedOn: localDate('2026-11-16'), channel: 'ONLINE' }),
    named('阿卜杜拉·买买提', { category: 'OTHER' }),
    ...ordinary,
    SHAN,
  ]);
  await register(database, [named('曹𠮷')], ELSEWHERE);
});
afterAll(() => database.stop());

/** Found by what it says and by how the name is read. */
const SHAN = aLetter({
  receivedOn: localDate('2026-11-20'),
  subject: '反映拆迁补偿问题',
  card: { ...aLetter().card, name: '单晓燕', phone: '13800001111', body: '村委会说，承包地被占用已多年，至今未退还。' },
});

function named(name: string, change: Parameters<typeof aLetter>[0] = {}) {
  return aLetter({ ...change, card: { ...aLetter().card, name, phone: '15802044921' } });
}

async function ask(query: string, viewer: Viewer = clerk) {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the query's own
  return JSON.parse(JSON.stringify(await petitions.execute({ query }, viewer))) as any;
}

const page = (args: string) =>
  `{ worklist(${args}) { totalCount edges { node { number } } pageInfo { hasNextPage endCursor } } }`;

test('a page holds what was asked for and leads to the next, without gap or overlap', async () => {
  const seen: string[] = [];
  for (let after = ''; ; ) {
    const { data } = await ask(page(`first: 50${after && `, after: "${after}"`}`));
    expect(data.worklist.totalCount).toBe(124);
    seen.push(...data.worklist.edges.map((edge: { node: { number: string } }) => edge.node.number));
    if (!data.worklist.pageInfo.hasNextPage) break;
    after = data.worklist.pageInfo.endCursor;
  }
  expect(seen).toHaveLength(124);
  expect(new Set(seen).size).toBe(124);
});

test('the tabs count both clocks', async () => {
  const { data } = await ask('{ worklistCounts { all dueToday dueSoon overdue untriaged mine answered } }');
  expect(data.worklistCounts).toEqual({
    all: 124,
    dueToday: 2,
    dueSoon: 2,
    overdue: 1,
    untriaged: 124,
    mine: 0,
    answered: 0,
  });
});

describe('a search finds', () => {
  test.each([
    ['by a fragment of two characters, outside the BMP too', '曹𠮷', 1],
    ['by the middle of a long name', '杜拉', 1],
    ['by the whole long name', '阿卜杜拉·买买提', 1],
    ['nothing for pairs that stand apart', '王𠮷', 0],
    ['by phone, with spaces', '158 0204 4921', 2],
    ['by part of a number', '00002', 1],
    ['nothing for a wildcard', '%%', 0],
  ])('%s', async (_, text, found) => {
    const { data, errors } = await ask(page(`filter: { search: "${text}" }`));
    expect(errors).toBeUndefined();
    expect(data.worklist.edges).toHaveLength(found);
  });

  test.each([
    ['initials of the whole name, in either reading of its surname', 'sxy', ['INITIALS']],
    ['in the reading of everyday', 'DXY', ['INITIALS']],
    ['some of the name', '晓燕', ['NAME']],
    ['words of the subject', '拆迁补偿', ['SUBJECT']],
    ['words of the sealed letter, whatever stands between them', '承包地，被占用', ['LETTER']],
    ['several words of the letter', '村委会 承包地', ['LETTER']],
    ['the phone', '13800001111', ['PHONE']],
  ])('a letter by %s, and says so', async (_, text, on) => {
    const { data } = await ask(
      `{ worklist(filter: { search: "${text}" }) { totalCount matches { petitionId on } searchCut edges { node { id } } } }`,
    );
    const [{ node }] = data.worklist.edges;
    expect(data.worklist).toMatchObject({ totalCount: 1, searchCut: false, matches: [{ petitionId: node.id, on }] });
  });

  test.each(['承包地已退还', 'sy', '单小燕'])('nothing by %s, whose pairs are there in another order', async (text) => {
    const { data } = await ask(page(`filter: { search: "${text}" }`));
    expect(data.worklist.edges).toEqual([]);
  });

  test('the words of a letter stand nowhere in the database', async () => {
    const [{ marks } = {}] = await database.rows(
      `select jsonb_agg(k.*)::text || (select jsonb_agg(p.*)::text from petitions.petition p) as marks
       from petitions.search_mark k`,
    );
    for (const word of ['承包地', '燕', Buffer.from('承包').toString('hex')]) expect(marks).not.toContain(word);
  });

  test('nothing of another institution', async () => {
    const stranger = buildViewer(ELSEWHERE, ['CLERK'], { departmentIds: [NINTH] });
    const { data } = await ask(page('filter: { search: "曹𠮷" }'), stranger);
    expect(data.worklist.totalCount).toBe(1);
    const noDepartment = await ask(page('filter: { search: "曹𠮷" }'), buildViewer(HERE, ['HANDLER']));
    expect(noDepartment.data.worklist.totalCount).toBe(0);
  });
});

test('a search for a person is written down without the term', async () => {
  await ask(page('filter: { search: "曹𠮷" }'));
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const { rows } = await owner.query(`select content from petitions.audit_entry order by sequence desc limit 1`);
  await owner.end();
  expect(JSON.parse(rows[0].content)).toMatchObject({ action: 'SEARCH_PETITIONER', facts: { by: 'WORDS' } });
  expect(rows[0].content).not.toContain('曹');
});

describe('filters', () => {
  test.each([
    ['channels: [ONLINE]', 1],
    ['categories: [OTHER]', 1],
    ['tracks: [REAL_NAME]', 122],
    ['channels: [ONLINE, LETTER], categories: []', 124],
    ['receivedFrom: "2026-11-16", receivedTo: "2026-11-16"', 2],
    ['view: OVERDUE', 1],
  ])('{ %s } leaves %i', async (filter, left) => {
    const { data } = await ask(page(`filter: { ${filter} }`));
    expect(data.worklist.totalCount).toBe(left);
  });
});

describe('bad input is refused by field and reason:', () => {
  test.each([
    ['first: 0', 'PAGE_SIZE_INVALID'],
    ['first: -1', 'PAGE_SIZE_INVALID'],
    ['first: 101', 'PAGE_SIZE_INVALID'],
    ['first: 2147483648', 'DOCUMENT_INVALID'],
    ['after: "nonsense"', 'CURSOR_INVALID'],
    ['filter: { handlerId: "1 or 1=1" }', 'ID_INVALID'],
    ['filter: { search: "王\\u0000勤" }', 'TEXT_HAS_NUL'],
    ['filter: { search: "王" }', 'TEXT_TOO_SHORT'],
    ['filter: { search: "[" }', 'TEXT_TOO_SHORT'],
    ['filter: { receivedFrom: "2026-02-30" }', 'DATE_INVALID'],
  ])('%s', async (args, code) => {
    const { errors } = await ask(page(args));
    expect(errors[0].extensions.code).toBe(code);
  });
});

test('half a character is refused', async () => {
  const query = 'query ($search: String) { worklist(filter: { search: $search }) { totalCount } }';
  const { errors } = await petitions.execute({ query, variables: { search: '王\uD842' } }, clerk);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'TEXT_NOT_UNICODE', details: { field: 'filter.search' } });
});

test('a row of a page reads like the petition itself', async () => {
  const clock = 'kind startedOn dueOn targetOn provisional stoppedOn state policyVersion calendarVersion';
  const fields = `id number version channel category subject receivedOn registeredAt identityKind state disposition track
    representativeCount receivingDepartment { id } handlingDepartment { id } handler { id } repeatOf { id }
    petitioner { name phone idNumber address } trackReason { zh } clocks { ${clock} } superiorOrder { from }
    matter { id subject state openedOn substantiveClock { ${clock} } } nextAction { kind dueOn }`;
  const { data } = await ask(`{ worklist(first: 3, order: RECEIVED_OLDEST) { edges { node { ${fields} } } } }`);
  for (const { node } of data.worklist.edges) {
    const alone = await ask(`{ petition(id: "${node.id}") { ${fields} } }`);
    expect(node).toEqual(alone.data.petition);
  }
});

test('a page of a hundred with clocks and masked names costs three statements', async () => {
  const query = `{ worklist(first: 100) { totalCount edges { node { number subject petitioner { name phone }
    proceduralClock { dueOn label { zh } } substantiveClock { dueOn } handler { id } matter { id } } } } }`;
  await ask(query);
  const statements = await database.statementsOf(() => ask(query));
  expect(statements).toHaveLength(3);
});
