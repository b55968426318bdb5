import type { Language, Specialty, Sponsor } from '../../lawyer/rules/kinds.ts';

export type LawyerColumn =
  | 'name'
  | 'firm'
  | 'licenceNumber'
  | 'practisingSince'
  | 'reviews'
  | 'sponsor'
  | 'specialties'
  | 'languages'
  | 'weeklyCap'
  | 'monthlyCap';

/** As offices head them, the first title best. */
export const LAWYER_COLUMNS: Readonly<
  Record<LawyerColumn, { readonly titles: readonly [string, ...string[]]; readonly required?: boolean }>
> = {
  name: { titles: ['姓名', '律师姓名'], required: true },
  firm: { titles: ['律所', '律师事务所', '执业机构'], required: true },
  licenceNumber: { titles: ['执业证号', '律师执业证号'], required: true },
  practisingSince: { titles: ['首次执业日期', '执业日期', '首次执业时间'], required: true },
  reviews: { titles: ['考核称职年度', '年度考核'] },
  sponsor: { titles: ['派驻方', '派驻单位'] },
  specialties: { titles: ['专长', '业务专长', '专业领域'] },
  languages: { titles: ['语言', '语种'] },
  weeklyCap: { titles: ['每周上限', '周上限'] },
  monthlyCap: { titles: ['每月上限', '月上限'] },
};

const SPECIALTIES: Readonly<Record<string, Specialty>> = {
  刑事: 'CRIMINAL',
  民事: 'CIVIL',
  行政: 'ADMINISTRATIVE',
  劳动: 'LABOUR',
  婚姻家庭: 'FAMILY',
  企业: 'ENTERPRISE',
  国家赔偿: 'STATE_COMPENSATION',
};
const SPONSORS: Readonly<Record<string, Sponsor>> = {
  法律援助机构: 'LEGAL_AID_AGENCY',
  律师协会: 'BAR_ASSOCIATION',
  律所协议: 'LAW_FIRM_CONTRACT',
};
const LANGUAGES: Readonly<Record<string, Language>> = {
  普通话: 'MANDARIN',
  粤语: 'CANTONESE',
  维吾尔语: 'UYGHUR',
  藏语: 'TIBETAN',
  蒙古语: 'MONGOLIAN',
  哈萨克语: 'KAZAKH',
  朝鲜语: 'KOREAN',
  壮语: 'ZHUANG',
  彝语: 'YI',
  英语: 'ENGLISH',
  手语: 'SIGN_LANGUAGE',
};

/** A cell that is no word of its list names its column. */
export class UnknownWord extends Error {
  constructor(readonly column: LawyerColumn) {
    super(column);
  }
}

/** Words of a cell by its list; separated by the marks people use. @throws UnknownWord */
function wordsOf<Value>(cell: string, known: Readonly<Record<string, Value>>, column: LawyerColumn): Value[] {
  const words = cell.split(/[、,，;；/\s]+/u).filter(Boolean);
  return words.map((word) => {
    const value = known[word];
    if (value === undefined) throw new UnknownWord(column);
    return value;
  });
}

const DAY = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/u;

/** 2015-7-1, 2015.07.01 and 2015年7月1日 alike; what it is not stays as it is, to be refused as a day. */
export function dayText(cell: string): string {
  const [, year, month = '', day = ''] = DAY.exec(cell) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell;
}

/** What the cells of a row say, before it is checked as any other input; an empty cell says nothing. */
export function readLawyerRow(cells: Readonly<Record<LawyerColumn, string>>) {
  const said = <Value>(column: LawyerColumn, read: (cell: string) => Value) =>
    cells[column] === '' ? undefined : read(cells[column]);
  return {
    name: cells.name,
    licenceNumber: cells.licenceNumber,
    practisingSince: dayText(cells.practisingSince),
    passedReviewYears: said('reviews', (cell) => (cell.match(/\d{4}/g) ?? []).map(Number)),
    sponsor: said('sponsor', (cell) => wordsOf(cell, SPONSORS, 'sponsor')[0]),
    specialties: said('specialties', (cell) => wordsOf(cell, SPECIALTIES, 'specialties')),
    languages: said('languages', (cell) => wordsOf(cell, LANGUAGES, 'languages')),
    weeklyCap: said('weeklyCap', Number),
    monthlyCap: said('monthlyCap', Number),
  };
}
