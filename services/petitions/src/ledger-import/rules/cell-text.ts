import type { LedgerColumn } from './ledger-column.ts';
import type { Reading, Remark } from './remark.ts';

// Zero-width characters, direction marks and byte-order marks: nothing a person wrote, and nothing is lost without them.
const INVISIBLE = /[\u200B-\u200F\u2060-\u2064\uFEFF]/gu;
// Control characters (but tab and line breaks) and characters that turn the direction of text: these change what is read.
const HARMFUL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;
const LOST = /\uFFFD/u;
const PRIVATE_USE = /[\uE000-\uF8FF\u{F0000}-\u{10FFFD}]/u;
const FORMULA = /^'?[=+\-@＝＋－＠]/u;
const PLACEHOLDER = /^(?:[-—–－/／\\、]{1,3}|无|空|N\/A|NULL)$/iu;

/** `LINE`: one line, a break becomes a space; `TEXT`: breaks are kept. */
export type CellShape = 'LINE' | 'TEXT';

/** A cell as clean text; every change is a remark. A cell that cannot be trusted at all comes back empty and refused. */
export function readCell(written: string, column: LedgerColumn, shape: CellShape = 'LINE'): Reading<string> {
  if (!written.isWellFormed()) return { value: '', remarks: [{ code: 'TEXT_NOT_UNICODE', column }] };
  if (HARMFUL.test(written)) return { value: '', remarks: [{ code: 'HIDDEN_CHARACTERS', column }] };
  const remarks: Remark[] = [];
  const visible = withoutInvisible(written, column, remarks);
  const normal = visible.normalize('NFC');
  if (normal !== visible) remarks.push({ code: 'TEXT_NORMALISED', column });
  const value = withoutStraySpaces(normal, { column, shape, remarks });
  if (LOST.test(value)) remarks.push({ code: 'CHARACTERS_LOST', column });
  if (PRIVATE_USE.test(value)) remarks.push({ code: 'PRIVATE_USE_CHARACTERS', column });
  if (!PLACEHOLDER.test(value)) return { value, remarks };
  return { value: '', remarks: [...remarks, { code: 'PLACEHOLDER_EMPTIED', column }] };
}

/** Text that a spreadsheet would take for a formula stays the text it is; the mark `'` some programs put before it goes. */
export function asPlainText({ value, remarks }: Reading<string>, column: LedgerColumn): Reading<string> {
  if (!FORMULA.test(value)) return { value, remarks };
  return { value: value.replace(/^'/u, ''), remarks: [...remarks, { code: 'FORMULA_AS_TEXT', column }] };
}

/** Full-width digits, letters and punctuation as half-width; Chinese punctuation without a half-width form stays. */
export function halfWidth({ value, remarks }: Reading<string>, column: LedgerColumn): Reading<string> {
  const half = value.replaceAll(/[\uFF01-\uFF5E]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  if (half === value) return { value, remarks };
  return { value: half, remarks: [...remarks, { code: 'WIDTH_CHANGED', column }] };
}

/** Too long is refused, not cut. `max` in characters as people count them. */
export function atMost({ value, remarks }: Reading<string>, column: LedgerColumn, max: number): Reading<string> {
  if ([...value].length <= max) return { value, remarks };
  return { value: '', remarks: [...remarks, { code: 'TEXT_TOO_LONG', column, facts: { max } }] };
}

function withoutInvisible(text: string, column: LedgerColumn, remarks: Remark[]): string {
  const count = text.match(INVISIBLE)?.length ?? 0;
  if (count > 0) remarks.push({ code: 'HIDDEN_CHARACTERS_REMOVED', column, facts: { count } });
  return text.replaceAll(INVISIBLE, '');
}

interface SpaceTreatment {
  readonly column: LedgerColumn;
  readonly shape: CellShape;
  readonly remarks: Remark[];
}

function withoutStraySpaces(text: string, { column, shape, remarks }: SpaceTreatment): string {
  const trimmed = text.trim();
  if (trimmed !== text) remarks.push({ code: 'SPACES_REMOVED', column });
  if (shape === 'TEXT') return trimmed;
  const oneLine = trimmed.replaceAll(/[\t\n\r\u2028\u2029]+/gu, ' ');
  if (oneLine !== trimmed) remarks.push({ code: 'LINE_BREAKS_REMOVED', column });
  return oneLine;
}
