import { expect, test } from 'vitest';
import { clerk } from './build.ts';
import {
  apply,
  ask,
  countsOf,
  database,
  FIELDS,
  LEDGER,
  openDesk,
  petitionCount,
  report,
  until,
  upload,
} from './ledger-desk.ts';

openDesk();

let id: string;

test('the untidy ledger of the demo is read row by row, and nothing is registered yet', async () => {
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

test('the untidy ledger of the demo is applied in one go, the letter under an assumed name among them', async () => {
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
