/**
 * The columns of a reception ledger, found by their header, in any order.
 * `title` is how the dry run and the report name the column; `aliases` are headers other offices write for the same thing.
 */
export interface LedgerColumnEntry {
  readonly title: string;
  readonly aliases: readonly string[];
  /** Without this column no row could be registered, so the whole file is refused. */
  readonly required: boolean;
}

export const LEDGER_COLUMNS = {
  serial: { title: '序号', aliases: ['编号', '顺序号', '流水号'], required: false },
  receivedOn: {
    title: '收件日期',
    aliases: ['收到日期', '收信日期', '来信日期', '收件时间', '登记日期'],
    required: true,
  },
  channel: { title: '渠道', aliases: ['信访渠道', '来源渠道', '信访形式', '信访方式'], required: true },
  name: { title: '信访人姓名', aliases: ['姓名', '信访人', '来信人', '来信人姓名'], required: true },
  idNumber: { title: '身份证号', aliases: ['身份证号码', '证件号码', '公民身份号码', '证件号'], required: false },
  phone: {
    title: '联系电话',
    aliases: ['电话', '手机', '手机号', '手机号码', '联系方式', '电话号码'],
    required: false,
  },
  address: { title: '住址', aliases: ['地址', '联系地址', '通讯地址', '住所', '家庭住址'], required: false },
  realName: { title: '是否实名', aliases: ['实名', '是否实名信访'], required: false },
  peopleCount: { title: '人数', aliases: ['信访人数', '联名人数'], required: false },
  category: { title: '诉求类别', aliases: ['类别', '信访类别', '诉求类型', '案件类别'], required: false },
  subject: { title: '事由', aliases: ['信访事由', '主要事由', '标题', '诉求事由'], required: true },
  body: { title: '内容摘要', aliases: ['内容', '摘要', '信访内容', '主要内容'], required: false },
  superiorFrom: { title: '来源单位', aliases: ['交办单位', '转办单位', '交办机关'], required: false },
  reportBackDueOn: {
    title: '交办期限',
    aliases: ['办理期限', '报告期限', '要求报结日期', '报结期限'],
    required: false,
  },
  note: { title: '备注', aliases: ['说明', '附注'], required: false },
} as const satisfies Record<string, LedgerColumnEntry>;

export type LedgerColumn = keyof typeof LEDGER_COLUMNS;

/** In the order of the ledger, which is also the order of the report. */
export const LEDGER_COLUMN_NAMES = Object.keys(LEDGER_COLUMNS) as readonly LedgerColumn[];

/** One row as read from the file: text per column, `''` where the file has no such column. */
export type LedgerCells = Readonly<Record<LedgerColumn, string>>;

/** Where each column stands in the file, and the headers that mean nothing to us. */
export interface LedgerHeader {
  readonly positions: ReadonlyMap<LedgerColumn, number>;
  readonly missing: readonly LedgerColumn[];
  readonly repeated: readonly LedgerColumn[];
  /** Headers, as written, of columns that are left out. */
  readonly ignored: readonly string[];
}

/** Of a column written twice the first counts. */
export function readHeader(headers: readonly string[]): LedgerHeader {
  const positions = new Map<LedgerColumn, number>();
  const repeated = new Set<LedgerColumn>();
  const ignored: string[] = [];
  headers.forEach((header, position) => {
    const column = columnByHeader.get(plainHeader(header));
    if (!column) ignored.push(header.trim());
    else if (positions.has(column)) repeated.add(column);
    else positions.set(column, position);
  });
  const missing = LEDGER_COLUMN_NAMES.filter((column) => LEDGER_COLUMNS[column].required && !positions.has(column));
  return { positions, missing, repeated: [...repeated], ignored: ignored.filter((header) => header !== '') };
}

export function columnTitle(column: LedgerColumn): string {
  return LEDGER_COLUMNS[column].title;
}

/** Spaces, line breaks, a mark of obligation and a hint in brackets do not make another header: `收件日期*`, `人数（人）`. */
function plainHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replaceAll(/\(.*\)|[\s*:\uFEFF\u200B]/gu, '')
    .toLowerCase();
}

const columnByHeader: ReadonlyMap<string, LedgerColumn> = new Map(
  LEDGER_COLUMN_NAMES.flatMap((column) =>
    [LEDGER_COLUMNS[column].title, ...LEDGER_COLUMNS[column].aliases].map((header) => [header, column] as const),
  ),
);
