import type { DisputeField, OrganisationKind } from '../../organisation/rules/kinds.ts';

export type PartnerColumn =
  | 'partner'
  | 'kind'
  | 'lawful'
  | 'agreementNumber'
  | 'agreementFrom'
  | 'agreementUntil'
  | 'fields'
  | 'openLimit'
  | 'mediator'
  | 'accreditation'
  | 'languages'
  | 'administrator';

/** As offices head them, the first title best. One row is a partner, and one of its mediators if it names one. */
export const PARTNER_COLUMNS: Readonly<
  Record<PartnerColumn, { readonly titles: readonly [string, ...string[]]; readonly required?: boolean }>
> = {
  partner: { titles: ['合作组织', '组织名称', '调解组织'], required: true },
  kind: { titles: ['性质', '组织性质'] },
  lawful: { titles: ['依法设立', '是否依法设立'] },
  agreementNumber: { titles: ['协议编号', '合作协议编号'] },
  agreementFrom: { titles: ['协议开始', '协议起'] },
  agreementUntil: { titles: ['协议到期', '协议止'] },
  fields: { titles: ['调解范围', '范围'] },
  openLimit: { titles: ['在办上限', '上限'] },
  mediator: { titles: ['调解员', '调解员姓名'] },
  accreditation: { titles: ['资质', '身份'] },
  languages: { titles: ['语言', '语种'] },
  administrator: { titles: ['组织管理员', '管理员'] },
};

const KINDS: Readonly<Record<string, OrganisationKind>> = {
  人民调解委员会: 'PEOPLES_MEDIATION_COMMITTEE',
  行业协会: 'INDUSTRY_ASSOCIATION',
  公益组织: 'PUBLIC_INTEREST_ASSOCIATION',
  公证机构: 'NOTARY',
};
const FIELDS: Readonly<Record<string, DisputeField>> = {
  相邻关系: 'NEIGHBOURS',
  婚姻家庭: 'FAMILY',
  劳动争议: 'LABOUR',
  合同: 'CONTRACT',
  人身损害: 'INJURY',
  医疗: 'MEDICAL',
  交通事故: 'TRAFFIC',
  物业与房屋: 'PROPERTY',
  补偿: 'COMPENSATION',
  其他: 'OTHER',
};
const YES_NO: Readonly<Record<string, boolean>> = { 是: true, 否: false, 有: true, 无: false };

/** A cell that is no word of its list names its column. */
export class UnknownWord extends Error {
  constructor(readonly column: PartnerColumn) {
    super(column);
  }
}

function wordOf<Value>(cell: string, known: Readonly<Record<string, Value>>, column: PartnerColumn): Value {
  const value = known[cell];
  if (value === undefined) throw new UnknownWord(column);
  return value;
}

/** Separated by the marks people use. */
const wordsIn = (cell: string) => cell.split(/[、,，;；/\s]+/u).filter(Boolean);

const DAY = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/u;

/** 2026-7-1, 2026.07.01 and 2026年7月1日 alike; what it is not stays as it is, to be refused as a day. */
export function dayText(cell: string): string {
  const [, year, month = '', day = ''] = DAY.exec(cell) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell;
}

/** What the cells of a row say; an empty cell says nothing. @throws UnknownWord */
export function readPartnerRow(cells: Readonly<Record<PartnerColumn, string>>) {
  const said = <Value>(column: PartnerColumn, read: (cell: string) => Value) =>
    cells[column] === '' ? undefined : read(cells[column]);
  return {
    partner: {
      kind: said('kind', (cell) => wordOf(cell, KINDS, 'kind')),
      isLawfulMediationBody: said('lawful', (cell) => wordOf(cell, YES_NO, 'lawful')),
      agreementNumber: said('agreementNumber', (cell) => cell),
      agreementFrom: said('agreementFrom', dayText),
      agreementUntil: said('agreementUntil', dayText),
      fields: said('fields', (cell) => wordsIn(cell).map((word) => wordOf(word, FIELDS, 'fields'))),
      openLimit: said('openLimit', (cell) => (/^\d+$/u.test(cell) ? Number(cell) : -1)),
    },
    mediator: {
      accreditation: said('accreditation', (cell) => cell),
      languages: said('languages', wordsIn),
      isAdministrator: said('administrator', (cell) => wordOf(cell, YES_NO, 'administrator')),
    },
  };
}

/** Without what was not said. */
export function onlySaid<Row extends object>(row: Row): Partial<{ [Key in keyof Row]: Exclude<Row[Key], undefined> }> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as never;
}
