import { readFileSync } from 'node:fs';
import type { Service } from '@everyletter/kit/service';
import { buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerRowOutcome } from '../src/ledger-import/rules/remark.ts';
import { petitionsService } from '../src/service.ts';
import { CLERK_ID, clerk, ELSEWHERE, HERE, NINTH, plantTerms, SECOND, testKeys } from './build.ts';

const LEDGER = readFileSync(new URL('../demo/ledger-2026.csv', import.meta.url));
const HEADER = '序号,收件日期,渠道,信访人姓名,身份证号,联系电话,住址,是否实名,人数,诉求类别,事由,内容摘要,备注';

let database: TestDatabase;
let petitions: Service;
let owner: pg.Client;

beforeAll(async () => {
  database = await testDatabase([petitionsService]);
  await plantTerms(database);
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  petitions = await startWithJobs();
});
afterAll(async () => {
  await owner.end();
  await database.stop();
});

/** At noon in Shanghai on the last day of the demo ledger's month. */
function startWithJobs(): Promise<Service> {
  return database.start(petitionsService, {
    clock: () => new Date('2026-11-30T04:00:00Z'),
    keys: testKeys,
    jobs: true,
  });
}

async function ask(query: string, viewer: Viewer = clerk, service = petitions) {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the query's own
  return JSON.parse(JSON.stringify(await service.execute({ query }, viewer))) as any;
}

async function send(body: Buffer | undefined, { viewer = clerk, fileName = '台账.csv', service = petitions } = {}) {
  const answer = await service.files({ method: 'POST', path: 'ledger-imports', fileName, body }, viewer);
  // biome-ignore lint/suspicious/noExplicitAny: an id, or the refusal
  return { status: answer.status, body: JSON.parse(answer.body.toString()) as any };
}

async function upload(body: Buffer | string): Promise<string> {
  return (await send(Buffer.from(body))).body.id;
}

async function until(id: string, state: string, service = petitions) {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
    const { data } = await ask(`{ ledgerImport(id: "${id}") { ${FIELDS} } }`, clerk, service);
    if (data.ledgerImport.state === state) return data.ledgerImport;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never ${state}`);
}

const FIELDS = 'state encoding totalRows doneRows appliedRows failureCode counts { outcome count }';
const apply = (id: string, viewer = clerk) =>
  ask(`mutation { applyLedgerImport(input: { importId: "${id}" }) { ledgerImport { state } } }`, viewer);
const discard = (id: string, viewer = clerk) =>
  ask(`mutation { discardLedgerImport(input: { importId: "${id}" }) { ledgerImport { state fileName } } }`, viewer);
const countsOf = ({ counts }: { counts: { outcome: LedgerRowOutcome; count: number }[] }) =>
  Object.fromEntries(counts.map(({ outcome, count }) => [outcome, count])) as Record<LedgerRowOutcome, number>;
const report = async (id: string, viewer = clerk) =>
  petitions.files({ method: 'GET', path: `ledger-imports/${id}/report.csv` }, viewer);
const petitionCount = async () => Number((await owner.query('select count(*) from petitions.petition')).rows[0].count);

function row(serial: number, change: Record<string, string> = {}): string {
  const cells = {
    serial: String(serial),
    on: '2026-11-02',
    channel: '来信',
    name: '王勤',
    idNumber: '',
    phone: `139${String(serial).padStart(8, '0')}`,
    address: '',
    realName: '是',
    people: '1',
    category: '其他',
    subject: `事由${serial}`,
    body: '内容',
    note: '',
    ...change,
  };
  return Object.values(cells).join(',');
}
const ledger = (...rows: string[]) => [HEADER, ...rows].join('\r\n');

describe('the untidy ledger of the demo', () => {
  let id: string;

  test('is read row by row, and nothing is registered yet', async () => {
    id = await upload(LEDGER);
    const read = await until(id, 'READY');
    expect(read).toMatchObject({ encoding: 'GB18030', totalRows: 401, doneRows: 401, appliedRows: 0 });
    expect(countsOf(read)).toEqual({ ACCEPTED: 361, REPAIRED: 11, WARNED: 26, REFUSED: 3, ALREADY_IMPORTED: 0 });
    expect(await petitionCount()).toBe(0);
  });

  test('every remark is given with its column and in both languages', async () => {
    const { data } = await ask(
      `{ ledgerImport(id: "${id}") { fileName rows(outcome: REFUSED) { totalCount edges { node {
        line serial outcome receivedOn channel petitionerName remarks { level code column words { zh en } } petition { id } } } } } }`,
    );
    expect(data.ledgerImport.fileName).toBe('台账.csv');
    const rows = data.ledgerImport.rows.edges.map((edge: { node: object }) => edge.node);
    expect(data.ledgerImport.rows.totalCount).toBe(3);
    expect(rows[0]).toEqual({
      line: 43,
      serial: '41',
      outcome: 'REFUSED',
      receivedOn: '2026-02-03',
      channel: null,
      petitionerName: '于*',
      remarks: [
        {
          level: 'REFUSAL',
          code: 'CHANNEL_UNKNOWN',
          column: '渠道',
          words: { zh: '渠道不在渠道表中', en: 'The channel is not in the list' },
        },
      ],
      petition: null,
    });
    expect(rows[1].remarks[0]).toMatchObject({ code: 'RECEIVED_DATE_UNREADABLE', column: '收件日期' });
  });

  test('pages lead on without gap or overlap', async () => {
    const lines: number[] = [];
    for (let after = ''; ; ) {
      const { data } = await ask(
        `{ ledgerImport(id: "${id}") { rows(first: 90${after && `, after: "${after}"`}) { edges { node { line } } pageInfo { hasNextPage endCursor } } } }`,
      );
      const { edges, pageInfo } = data.ledgerImport.rows;
      lines.push(...edges.map((edge: { node: { line: number } }) => edge.node.line));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(lines).toEqual(Array.from({ length: 401 }, (_, at) => at + 2));
  });

  test('is applied in one go, the letter under an assumed name among them', async () => {
    expect((await apply(id)).data.applyLedgerImport.ledgerImport.state).toBe('APPLYING');
    const applied = await until(id, 'APPLIED');
    expect(applied.appliedRows).toBe(398);
    expect(await petitionCount()).toBe(398);
    const { data } = await ask(
      `{ ledgerImport(id: "${id}") { rows(first: 1, after: "${Buffer.from('[18]').toString('base64url')}") { edges { node {
        line serial outcome petition { number identityKind category channel receivedOn track petitioner { name phone } } } } } } }`,
    );
    expect(data.ledgerImport.rows.edges[0].node).toEqual({
      line: 19,
      serial: null,
      outcome: 'REPAIRED',
      petition: {
        number: '海检控申〔2026〕00018号',
        identityKind: 'PSEUDONYMOUS',
        category: 'CRIMINAL_APPEAL',
        channel: 'LETTER',
        receivedOn: '2026-01-14',
        track: 'CLEAR_NATURE',
        petitioner: { name: '王*', phone: '139****0017' },
      },
    });
  });

  test('a page costs the same few statements however many rows it shows', async () => {
    const statements = await database.statementsOf(() =>
      ask(
        `{ ledgerImports { ${FIELDS} rows(first: 100) { totalCount edges { node { line petition { number } } } } } }`,
        clerk,
      ),
    );
    expect(statements).toHaveLength(4);
  });

  test('applied twice adds nothing', async () => {
    expect((await apply(id)).data.applyLedgerImport.ledgerImport.state).toBe('APPLIED');
    expect(await petitionCount()).toBe(398);
  });

  test('handed in again, in another encoding too, adds nothing and names what is there', async () => {
    const text = new TextDecoder('gb18030').decode(LEDGER);
    for (const file of [LEDGER, Buffer.from(`\uFEFF${text}`), Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
      const again = await upload(file);
      const read = await until(again, 'READY');
      expect(countsOf(read)).toEqual({ ACCEPTED: 0, REPAIRED: 0, WARNED: 0, REFUSED: 3, ALREADY_IMPORTED: 398 });
      await apply(again);
      expect((await until(again, 'APPLIED')).appliedRows).toBe(0);
    }
    expect(await petitionCount()).toBe(398);
  });

  test('its report opens in a spreadsheet and says everything in both languages', async () => {
    const { status, headers, body } = await report(id);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = body.toString().split('\r\n');
    expect(lines[0]).toBe('\uFEFF行号,序号,处理结果,Outcome,说明,Remarks,信访编号');
    expect(lines).toHaveLength(403);
    expect(lines[1]).toBe('2,1,接收,Accepted,,,海检控申〔2026〕00001号');
    expect(lines[42]).toBe('43,41,拒收,Refused,渠道：渠道不在渠道表中,渠道: The channel is not in the list,');
  });
});

describe('a row', () => {
  async function remarksOf(...rows: string[]) {
    const id = await upload(ledger(...rows));
    await until(id, 'READY');
    const { data } = await ask(
      `{ ledgerImport(id: "${id}") { rows { edges { node { line outcome remarks { code words { zh } } } } } } }`,
    );
    return data.ledgerImport.rows.edges.map(
      ({ node }: { node: { outcome: string; remarks: { code: string; words: { zh: string } }[] } }) => [
        node.outcome,
        ...node.remarks.map(({ code, words }) => `${code} ${words.zh}`),
      ],
    );
  }

  test('of 30 February is refused, not moved to March', async () => {
    expect(await remarksOf(row(1, { on: '2月30日' }), row(2, { on: '2026年2月30日' }))).toEqual([
      ['REFUSED', 'RECEIVED_DATE_IMPOSSIBLE 收件日期的这一天不存在'],
      ['REFUSED', 'RECEIVED_DATE_IMPOSSIBLE 收件日期的这一天不存在'],
    ]);
  });

  test('with six representatives or a wrong checksum is taken with a warning', async () => {
    const six = '"联名，代表：甲一、乙二、丙三、丁四、戊五、己六"';
    expect(await remarksOf(row(3, { people: '8', note: six }), row(4, { idNumber: '110105194312287031' }))).toEqual([
      ['WARNED', 'REPRESENTATIVES_TOO_MANY 代表 6 人，超过 5 人'],
      ['WARNED', 'ID_NUMBER_CHECKSUM_WRONG 身份证号校验码不对，照录，不用于查重'],
    ]);
  });

  test('about the same person and subject as a petition already registered names it', async () => {
    const [first] = (await owner.query(`select subject, number from petitions.petition where number like '%00018号'`))
      .rows;
    const known = { name: '王勤', subject: first.subject, body: '再次来信' };
    const warning = ['WARNED', `DUPLICATE_OF_PETITION 疑似重复：与 ${first.number} 同人同事由`];
    expect(
      await remarksOf(
        row(5, { ...known, phone: '13900000017' }),
        row(6, { ...known, phone: '', address: '北京市海淀区学院路17号院2号楼301室' }),
      ),
    ).toEqual([warning, warning]);
    expect(await remarksOf(row(7, { ...known, phone: '', note: '疑似重复' }))).toEqual([
      ['WARNED', 'DUPLICATE_NOTED 台账注明疑似重复，没有找到前件'],
    ]);
  });

  test('with several phones is found by the first, and its order from above and people are kept', async () => {
    const id = await upload(
      `${HEADER},来源单位,交办期限\r\n${row(8, { phone: '13911112222/13911113333', people: '3' })},北京市人民检察院,2026-12-01`,
    );
    await until(id, 'READY');
    await apply(id);
    await until(id, 'APPLIED');
    const { data } = await ask('{ worklist(filter: { search: "13911112222" }) { edges { node { id track } } } }');
    expect(data.worklist.edges).toHaveLength(1);
    const { node } = data.worklist.edges[0];
    expect(node.track).toBe('SUPERIOR_ASSIGNED');
    const { rows } = await owner.query(
      `select p.superior_from, p.report_back_due_on::text, t.facts from petitions.petition p
       join petitions.timeline_entry t on t.petition_id = p.id and t.kind = 'RECEIVED' where p.id = $1`,
      [node.id],
    );
    expect(rows[0]).toEqual({
      superior_from: '北京市人民检察院',
      report_back_due_on: '2026-12-01',
      facts: { importId: id, line: 2, peopleCount: 3 },
    });
  });

  test('that looks like a formula is no formula in the report', async () => {
    const id = await upload(ledger(row(9).replace(/^9/, '=1+1')));
    await until(id, 'READY');
    expect((await report(id)).body.toString()).toContain("\r\n2,'=1+1,");
  });

  test('brought by two imports at once becomes one petition', async () => {
    const before = await petitionCount();
    const rows = Array.from({ length: 150 }, (_, at) => row(1000 + at));
    const [one, other] = await Promise.all([upload(ledger(...rows)), upload(ledger(...rows))]);
    await Promise.all([until(one, 'READY'), until(other, 'READY')]);
    await Promise.all([apply(one), apply(other)]);
    const [first, second] = await Promise.all([until(one, 'APPLIED'), until(other, 'APPLIED')]);
    expect(first.appliedRows + second.appliedRows).toBe(150);
    expect(countsOf(first).ALREADY_IMPORTED + countsOf(second).ALREADY_IMPORTED).toBe(150);
    expect(await petitionCount()).toBe(before + 150);
  });
});

describe('stopped in the middle', () => {
  const rows = Array.from({ length: 1500 }, (_, at) => row(5000 + at, { on: '2025-06-03', subject: `停电${at}` }));

  async function progress(id: string, column: 'done_rows' | 'applied_rows'): Promise<number> {
    return (await owner.query(`select ${column} as n from petitions.ledger_import where id = $1`, [id])).rows[0].n;
  }

  async function stopWithin(id: string, column: 'done_rows' | 'applied_rows', stop: () => Promise<unknown>) {
    while ((await progress(id, column)) === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    await stop();
    const reached = await progress(id, column);
    expect(reached).toBeGreaterThan(0);
    expect(reached).toBeLessThan(1500);
  }

  test('the dry run and the registration go on where they were, each row once', async () => {
    const before = await petitionCount();
    const first = await startWithJobs();
    await petitions.stop();
    const { body } = await send(Buffer.from(ledger(...rows)), { service: first });
    await stopWithin(body.id, 'done_rows', () => first.stop());
    const second = await startWithJobs();
    const read = await until(body.id, 'READY', second);
    expect(read.doneRows).toBe(1500);
    expect(countsOf(read).ACCEPTED).toBe(1500);

    await second.execute(
      { query: `mutation { applyLedgerImport(input: { importId: "${body.id}" }) { ledgerImport { state } } }` },
      clerk,
    );
    await stopWithin(body.id, 'applied_rows', () => second.stop());
    petitions = await startWithJobs();
    expect((await until(body.id, 'APPLIED')).appliedRows).toBe(1500);
    expect(await petitionCount()).toBe(before + 1500);
    const { rows: gaps } = await owner.query(
      `select max(last) - count(p.id) as gap from petitions.number_sequence s
       join petitions.petition p on p.number like '%〔2025〕%' where s.institution_id = $1 and s.year = 2025`,
      [HERE],
    );
    expect(Number(gaps[0].gap)).toBe(0);
  });

  test('connections cut under its feet are a failure of one step only', async () => {
    const id = await upload(ledger(...rows.map((text) => text.replaceAll('停电', '断线'))));
    await stopWithin(id, 'done_rows', () =>
      owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'el_petitions'`),
    );
    const read = await until(id, 'READY');
    expect(countsOf(read).ACCEPTED + countsOf(read).WARNED).toBe(1500);
  });
});

test('a file that opens no more is given up in sight of everybody, and can be discarded', async () => {
  const idle = await database.start(petitionsService, {
    clock: () => new Date('2026-11-30T04:00:00Z'),
    keys: testKeys,
  });
  await petitions.stop();
  const { body } = await send(Buffer.from(ledger(row(40))), { service: idle });
  await owner.query(`update petitions.ledger_import set content_sealed = '\\x00' where id = $1`, [body.id]);
  petitions = await startWithJobs();
  expect(await until(body.id, 'FAILED')).toMatchObject({ failureCode: 'INTERNAL', doneRows: 0 });
  expect((await apply(body.id)).errors[0].extensions.code).toBe('LEDGER_FAILED');
  expect((await discard(body.id)).data.discardLedgerImport.ledgerImport.state).toBe('DISCARDED');
});

describe('what cannot be done is refused by name and changes nothing:', () => {
  test.each<[string, Buffer | undefined, string]>([
    ['no file', undefined, 'LEDGER_MISSING'],
    ['an empty file', Buffer.alloc(0), 'LEDGER_EMPTY'],
    ['a workbook', Buffer.from('504b0304', 'hex'), 'LEDGER_WRONG_FILE'],
    ['a photograph named .csv', Buffer.from('ffd8ffe000104a46', 'hex'), 'LEDGER_WRONG_FILE'],
    ['a letter', Buffer.from('您好'), 'LEDGER_HEADER_UNKNOWN'],
  ])('%s', async (_, body, code) => {
    const before = (await owner.query('select count(*) from petitions.ledger_import')).rows[0].count;
    const answer = await send(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].extensions).toMatchObject({ code, kind: 'INVALID', details: { field: 'file' } });
    expect((await owner.query('select count(*) from petitions.ledger_import')).rows[0].count).toBe(before);
  });

  test('a file name with control characters', async () => {
    const { status, body } = await send(LEDGER, { fileName: 'a\u0000.csv' });
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'TEXT_HAS_NUL']);
  });

  test('discarding what was applied, applying what was discarded', async () => {
    const id = await upload(ledger(row(20)));
    await until(id, 'READY');
    expect((await discard(id)).data.discardLedgerImport.ledgerImport).toEqual({
      state: 'DISCARDED',
      fileName: '台账.csv',
    });
    expect((await apply(id)).errors[0].extensions).toMatchObject({ code: 'LEDGER_DISCARDED', kind: 'RULE_BROKEN' });
    const { rows } = await owner.query('select 1 from petitions.ledger_row where import_id = $1', [id]);
    expect(rows).toHaveLength(0);
    expect((await report(id)).status).toBe(404);

    const other = await upload(ledger(row(21)));
    await until(other, 'READY');
    await apply(other);
    await until(other, 'APPLIED');
    expect((await discard(other)).errors[0].extensions.code).toBe('LEDGER_ALREADY_APPLIED');
  });

  test.each([
    ['first: 0', 'PAGE_SIZE_INVALID'],
    ['first: 101', 'PAGE_SIZE_INVALID'],
    ['after: "nonsense"', 'CURSOR_INVALID'],
    [`after: "${Buffer.from('["x"]').toString('base64url')}"`, 'CURSOR_INVALID'],
    [`after: "${Buffer.from('[4294967296]').toString('base64url')}"`, 'CURSOR_INVALID'],
  ])('rows(%s)', async (args, code) => {
    const id = await upload(ledger(row(22)));
    const { errors } = await ask(`{ ledgerImport(id: "${id}") { rows(${args}) { totalCount } } }`);
    expect(errors[0].extensions.code).toBe(code);
  });
});

describe('a stranger at any door:', () => {
  let id: string;
  beforeAll(async () => {
    id = await upload(ledger(row(30)));
    await until(id, 'READY');
  });

  test.each<[string, Viewer]>([
    [
      'a clerk of another institution',
      buildViewer(ELSEWHERE, ['CLERK'], { staffId: CLERK_ID, departmentIds: [NINTH] }),
    ],
    ['a clerk of another department', buildViewer(HERE, ['CLERK'], { staffId: CLERK_ID, departmentIds: [SECOND] })],
  ])('%s finds nothing and changes nothing', async (_, stranger) => {
    const { data } = await ask(`{ ledgerImport(id: "${id}") { state } ledgerImports { id } }`, stranger);
    expect(data).toEqual({ ledgerImport: null, ledgerImports: [] });
    expect((await apply(id, stranger)).errors[0].extensions.code).toBe('LEDGER_IMPORT_NOT_FOUND');
    expect((await discard(id, stranger)).errors[0].extensions.code).toBe('LEDGER_IMPORT_NOT_FOUND');
    expect((await report(id, stranger)).status).toBe(404);
    expect((await until(id, 'READY')).appliedRows).toBe(0);
  });

  test('a clerk of another department hands in nothing', async () => {
    const stranger = buildViewer(HERE, ['CLERK'], { staffId: CLERK_ID, departmentIds: [SECOND] });
    const { status, body } = await send(LEDGER, { viewer: stranger });
    expect([status, body.errors[0].extensions.code]).toEqual([403, 'LEDGER_NOT_YOUR_DEPARTMENT']);
  });

  test('a key may only read', async () => {
    const key: Viewer = { ...clerk, via: 'API_KEY' };
    expect((await send(LEDGER, { viewer: key })).status).toBe(403);
    expect((await apply(id, key)).errors[0].extensions.code).toBe('NOT_ALLOWED');
    expect((await discard(id, key)).errors[0].extensions.code).toBe('NOT_ALLOWED');
    expect((await report(id, key)).status).toBe(200);
  });

  test.each(['HANDLER', 'LEADER', 'REPORTER', 'AUDITOR', 'SYSTEM_ADMINISTRATOR', 'MEDIATOR'] as const)(
    'the role %s',
    async (role) => {
      const stranger = buildViewer(HERE, [role], { staffId: CLERK_ID, departmentIds: [NINTH] });
      const { errors } = await ask(`{ ledgerImport(id: "${id}") { state } }`, stranger);
      expect(errors[0].extensions.code).toBe('NOT_ALLOWED');
      expect((await apply(id, stranger)).errors[0].extensions.code).toBe('NOT_ALLOWED');
      expect((await send(LEDGER, { viewer: stranger })).status).toBe(403);
      expect((await report(id, stranger)).status).toBe(403);
    },
  );
});

test('the database holds nothing of a ledger in clear', async () => {
  const { rows } = await owner.query(
    `select i::text as stored from petitions.ledger_import i union all select r::text from petitions.ledger_row r
     union all select a.content from petitions.audit_entry a`,
  );
  const stored = rows.map((one) => one.stored).join('\n');
  for (const plain of ['王勤', '扎西', '13900000017', '学院路', '台账.csv', '来信人反映']) {
    expect(stored.includes(plain) || stored.includes(Buffer.from(plain).toString('hex'))).toBe(false);
  }
  expect(stored).toContain('APPLY_LEDGER_IMPORT');
});
