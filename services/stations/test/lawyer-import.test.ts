import { expect, test } from 'vitest';
import { ask, colleague, database, lawyer, openStations } from './build.ts';

openStations();

const HEAD = '姓名,律所,执业证号,首次执业日期,考核称职年度,专长,每周上限,备注';
const FILE = [
  HEAD,
  '钟听雨,北京某某律师事务所,11101201510123456,2015-07-01,2023 2024 2025,民事、劳动,3,',
  '新人,北京某某律师事务所,11101202510123456,2025-07-01,2025,民事,,',
  '外所,没有这家所,11101201510123457,2015-07-01,2023 2024 2025,,,',
  '生字,北京某某律师事务所,11101201510123458,2015-07-01,2023 2024 2025,炒股,,',
].join('\n');
const importing = (text: string, dryRun: boolean, viewer = colleague) =>
  ask(
    viewer,
    `mutation ($input: ImportLawyersInput!) { importLawyers(input: $input) {
      unknownTitles rows { line name outcome code field } } }`,
    { input: { content: Buffer.from(text).toString('base64'), dryRun } },
  );
const count = async () => (await database.rows('select count(*)::int as n from stations.lawyer'))[0].n;

test('a file is tried first; then what is sound is taken, and each refusal names its row and reason', async () => {
  const before = await count();
  const rows = [
    { line: 2, name: '钟听雨', outcome: 'ADD', code: null, field: null },
    { line: 3, name: '新人', outcome: 'REFUSED', code: 'LAWYER_NOT_ELIGIBLE', field: 'PRACTICE REVIEWS' },
    { line: 4, name: '外所', outcome: 'REFUSED', code: 'FIRM_UNKNOWN', field: 'firm' },
    { line: 5, name: '生字', outcome: 'REFUSED', code: 'WORD_UNKNOWN', field: 'specialties' },
  ];
  const tried = await importing(FILE, true);
  expect(tried.data.importLawyers).toEqual({ unknownTitles: ['备注'], rows });
  expect(await count()).toBe(before);
  const taken = await importing(FILE, false);
  expect(taken.data.importLawyers.rows).toEqual(rows);
  expect(await count()).toBe(before + 1);
});

test('the same file again changes whoever it added, and an empty cell leaves what is there', async () => {
  const again = [HEAD, '钟听雨,北京某某律师事务所,11101201510123456,2015-07-01,2023 2024 2025,,5,'].join('\n');
  const { data } = await importing(again, false);
  expect(data.importLawyers.rows[0].outcome).toBe('CHANGE');
  const [row] = await database.rows(
    `select weekly_cap, (select count(*)::int from stations.lawyer_specialty s where s.lawyer_id = l.id) as specialties
     from stations.lawyer l where licence_number = '11101201510123456'`,
  );
  expect(row).toEqual({ weekly_cap: 5, specialties: 2 });
});

test('what is no table is refused, and only the administrator imports', async () => {
  expect((await importing('只有一列', true)).errors[0].extensions.code).toMatch(/^SHEET_/);
  expect((await importing(FILE, true, lawyer)).errors[0].extensions.code).toBe('NOT_ALLOWED');
});
