import { expect, test } from 'vitest';
import { aLetter, register } from './build.ts';
import {
  apply,
  ask,
  countsOf,
  database,
  HEADER,
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

test('a row of 30 February is refused, not moved to March', async () => {
  expect(await remarksOf(row(1, { on: '2月30日' }), row(2, { on: '2026年2月30日' }))).toEqual([
    ['REFUSED', 'RECEIVED_DATE_IMPOSSIBLE 收件日期的这一天不存在'],
    ['REFUSED', 'RECEIVED_DATE_IMPOSSIBLE 收件日期的这一天不存在'],
  ]);
});

test('a row with six representatives or a wrong checksum is taken with a warning', async () => {
  const six = '"联名，代表：甲一、乙二、丙三、丁四、戊五、己六"';
  expect(await remarksOf(row(3, { people: '8', note: six }), row(4, { idNumber: '110105194312287031' }))).toEqual([
    ['WARNED', 'REPRESENTATIVES_TOO_MANY 代表 6 人，超过 5 人'],
    ['WARNED', 'ID_NUMBER_CHECKSUM_WRONG 身份证号校验码不对，照录，不用于查重'],
  ]);
});

test('a row about the same person and subject as a petition already registered names it', async () => {
  const [id] = await register(database, [aLetter()]);
  const [first] = await database.rows('select subject, number from petitions.petition where id = $1', [id]);
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

test('a row with several phones is found by the first, and its order from above and people are kept', async () => {
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

test('a row that looks like a formula is no formula in the report', async () => {
  const id = await upload(ledger(row(9).replace(/^9/, '=1+1')));
  await until(id, 'READY');
  expect((await report(id)).body.toString()).toContain("\r\n2,'=1+1,");
});

test('a row brought by two imports at once becomes one petition', async () => {
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
