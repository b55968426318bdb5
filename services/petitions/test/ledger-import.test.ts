import { describe, expect, test } from 'vitest';
import { clerk } from './build.ts';
import {
  apply,
  ask,
  countsOf,
  database,
  FIELDS,
  HEADER,
  LEDGER,
  ledger,
  openDesk,
  owner,
  petitionCount,
  report,
  row,
  until,
  upload,
} from './ledger-desk.ts';

openDesk();

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
