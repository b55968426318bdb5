import type { LocalDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import type { LedgerCells } from './ledger-column.ts';
import { readLedgerRow } from './ledger-row.ts';
import { canonicalRow, type LedgerValues } from './ledger-values.ts';

const TERMS = { today: '2026-11-24' as LocalDate, maxRepresentatives: 5 };
const CELLS: LedgerCells = {
  serial: '3',
  receivedOn: '2026/1/2',
  channel: '来访',
  name: '扎西·次仁',
  idNumber: '110105194312287030',
  phone: '13954949303',
  address: '北京市海淀区学院路26号院5号楼1101室',
  realName: '是',
  peopleCount: '1',
  category: '司法救助',
  subject: '因案致困申请救助',
  body: '来件人反映：因案致困申请救助。',
  superiorFrom: '',
  reportBackDueOn: '',
  note: '',
};

const read = (change: Partial<LedgerCells>) => readLedgerRow({ ...CELLS, ...change }, TERMS);
const codes = (change: Partial<LedgerCells>) => read(change).remarks.map(({ code }) => code);

test('a tidy row becomes a petition without a remark', () => {
  expect(read({})).toEqual({
    value: {
      serial: '3',
      receivedOn: '2026-01-02',
      channel: 'VISIT',
      name: '扎西·次仁',
      idNumber: '110105194312287030',
      idNumberSound: true,
      phone: '13954949303',
      phoneDigits: '13954949303',
      address: '北京市海淀区学院路26号院5号楼1101室',
      identityKind: 'REAL_NAME',
      peopleCount: 1,
      representatives: [],
      category: 'JUDICIAL_ASSISTANCE',
      subject: '因案致困申请救助',
      body: '来件人反映：因案致困申请救助。',
      superiorFrom: null,
      reportBackDueOn: null,
      saysDuplicate: false,
    },
    remarks: [],
  });
});

test.each<[string, Partial<LedgerCells>, string[]]>([
  ['no serial number', { serial: '' }, ['SERIAL_MISSING']],
  ['a channel with a space', { channel: '来　访' }, ['SPACES_REMOVED']],
  ['an unknown channel', { channel: '微信' }, ['CHANNEL_UNKNOWN']],
  ['a channel named like a property of every object', { channel: 'constructor' }, ['CHANNEL_UNKNOWN']],
  ['no channel', { channel: '' }, ['CHANNEL_MISSING']],
  ['a channel with a control character', { channel: '来\u0001访' }, ['HIDDEN_CHARACTERS']],
  ['an unknown category', { category: '信访' }, ['CATEGORY_UNKNOWN']],
  ['no category', { category: '' }, ['CATEGORY_MISSING']],
  ['no subject', { subject: '' }, ['SUBJECT_MISSING']],
  ['a subject of 201 characters', { subject: '事'.repeat(201) }, ['TEXT_TOO_LONG']],
  ['no summary', { body: '' }, ['BODY_MISSING']],
  ['a superior without a date', { superiorFrom: '北京市人民检察院' }, []],
  ['a date without a superior', { reportBackDueOn: '2026/1/26' }, ['SUPERIOR_MISSING']],
  [
    'two dates at fault',
    { receivedOn: '2月30日', superiorFrom: '上级', reportBackDueOn: '尽快' },
    ['RECEIVED_DATE_IMPOSSIBLE', 'REPORT_BACK_DATE_UNREADABLE'],
  ],
  ['a note in other words', { note: '已转二部' }, ['NOTE_KEPT_IN_BODY']],
])('%s', (_, change, expected) => {
  expect(codes(change)).toEqual(expected);
});

test.each<[string, Partial<LedgerCells>, { count: number; named: number }, string[]]>([
  [
    'three people, three named',
    { peopleCount: '3', note: '联名，代表：黄淼、吴禛、诸葛秀英' },
    { count: 3, named: 3 },
    [],
  ],
  [
    'seven people, five named',
    { peopleCount: '7', note: '联名，代表：甲、乙、丙、丁、戊' },
    { count: 7, named: 5 },
    [],
  ],
  [
    'seven people, six named',
    { peopleCount: '7', note: '联名，代表：甲、乙、丙、丁、戊、己' },
    { count: 7, named: 6 },
    ['REPRESENTATIVES_TOO_MANY'],
  ],
  [
    'two people, three named',
    { peopleCount: '2', note: '联名，代表：甲、乙、丙' },
    { count: 2, named: 3 },
    ['REPRESENTATIVES_COUNT_DIFFERS'],
  ],
  [
    'five people, four named',
    { peopleCount: '5', note: '联名，代表：甲、乙、丙、丁' },
    { count: 5, named: 4 },
    ['REPRESENTATIVES_COUNT_DIFFERS'],
  ],
  ['three people, nobody named', { peopleCount: '3' }, { count: 3, named: 0 }, ['REPRESENTATIVES_MISSING']],
  ['no number, nobody named', { peopleCount: '' }, { count: 1, named: 0 }, ['PEOPLE_COUNT_MISSING']],
  [
    'no number, two named',
    { peopleCount: '', note: '联名，代表：甲、乙' },
    { count: 2, named: 2 },
    ['PEOPLE_COUNT_MISSING'],
  ],
  [
    'full-width, with its unit',
    { peopleCount: '３人', note: '联名、代表：甲,乙，丙' },
    { count: 3, named: 3 },
    ['WIDTH_CHANGED'],
  ],
  ['nought', { peopleCount: '0' }, { count: 1, named: 0 }, ['PEOPLE_COUNT_UNREADABLE']],
  ['words', { peopleCount: '若干' }, { count: 1, named: 0 }, ['PEOPLE_COUNT_UNREADABLE']],
])('joint letter: %s', (_, change, { count, named }, expected) => {
  const { value } = read(change);
  expect([value.peopleCount, value.representatives.length, codes(change)]).toEqual([count, named, expected]);
});

test('the note 化名 makes the petitioner pseudonymous, 疑似重复 is remembered, and neither enters the body', () => {
  expect(read({ note: '化名；疑似重复' }).value).toMatchObject({
    identityKind: 'PSEUDONYMOUS',
    saysDuplicate: true,
    body: CELLS.body,
  });
});

test('what the note says beyond its known words is kept with the body', () => {
  expect(read({ note: '已转二部' }).value.body).toBe('来件人反映：因案致困申请救助。\n备注：已转二部');
});

const key = (change: Partial<LedgerCells>) => canonicalRow(read(change).value);

test.each<[string, Partial<LedgerCells>]>([
  ['another form of the date', { receivedOn: '2026年1月2日' }],
  ['another word for the channel', { channel: '走访' }],
  ['full-width digits', { phone: '１３９５４９４９３０３' }],
  ['stray spaces', { name: ' 扎西·次仁　' }],
  ['another separator', { name: '扎西•次仁' }],
])('%s makes no other row', (_, change) => {
  expect(key(change)).toBe(key({}));
});

test.each<keyof LedgerCells>(['serial', 'receivedOn', 'name', 'phone', 'address', 'subject', 'body', 'note'])(
  'another %s makes another row',
  (column) => {
    const change: Partial<LedgerCells> = { [column]: column === 'receivedOn' ? '2026-01-03' : '1' };
    expect(key(change)).not.toBe(key({}));
  },
);

test('every value but the clues for finding duplicates is part of the canonical row', () => {
  const clues: (keyof LedgerValues)[] = ['idNumberSound', 'phoneDigits', 'saysDuplicate'];
  const { value } = read({});
  expect(JSON.parse(canonicalRow(value))).toHaveLength(Object.keys(value).length - clues.length);
});
