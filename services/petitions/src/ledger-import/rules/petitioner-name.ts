import { asPlainText, atMost, readCell } from './cell-text.ts';
import type { Reading, Remark } from './remark.ts';

const MAX_NAME = 50;
const ANONYMOUS_NAMES: ReadonlySet<string> = new Set(['匿名', '匿名信', '不详', '未署名', '无名', '佚名', '未留姓名']);
// What keyboards and fonts put where 姓名采集规范 wants U+00B7 between the parts of a name.
const SEPARATORS = /[\u2022\u2027\u2219\u22C5\u25CF\u30FB\uFF65\uFF0E\u2024\u16EB]/gu;
const FULL_STOP_BETWEEN_HAN = /(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu;
const SPACE_BESIDE_HAN = /(?<=[\p{Script=Han}·])\s+|\s+(?=[\p{Script=Han}·])/gu;
// Han, letters of other scripts with their marks, the separator, and what Latin names need.
const USUAL = /^[\p{Script=Han}\p{L}\p{M}· '’.-]+$/u;

export interface NameReading extends Reading<string | null> {
  /** The cell says that the petitioner gives no name. */
  readonly saysAnonymous: boolean;
}

/** Up to 50 characters, every Han character of GB 18030, separator `·` U+00B7, no spaces beside Han characters. */
export function readName(written: string): NameReading {
  const column = 'name';
  const cell = atMost(asPlainText(readCell(written, column), column), column, MAX_NAME);
  if (ANONYMOUS_NAMES.has(cell.value)) return { value: null, saysAnonymous: true, remarks: cell.remarks };
  const remarks: Remark[] = [...cell.remarks];
  const separated = cell.value.replaceAll(SEPARATORS, '·').replaceAll(FULL_STOP_BETWEEN_HAN, '·');
  if (separated !== cell.value) remarks.push({ code: 'NAME_SEPARATOR_CHANGED', column });
  const value = separated.replaceAll(SPACE_BESIDE_HAN, '').replaceAll(/\s+/gu, ' ');
  if (value !== separated && !remarks.some(({ code }) => code === 'SPACES_REMOVED')) {
    remarks.push({ code: 'SPACES_REMOVED', column });
  }
  if (value !== '' && !USUAL.test(value)) remarks.push({ code: 'NAME_UNUSUAL', column });
  return { value: value === '' ? null : value, saysAnonymous: false, remarks };
}
