import { atMost, halfWidth, readCell } from './cell-text.ts';
import type { LedgerColumn } from './ledger-column.ts';
import type { Reading, Remark } from './remark.ts';

const MAX_PHONE = 60;
const MOBILE = /^1[3-9]\d{9}$/u;
/** Area code and number, or a number of the 400 and 800 kind. */
const LANDLINE = /^(?:0\d{2,3}[2-9]\d{6,7}|[48]00\d{7})$/u;
const COUNTRY_CODE = /^(?:\+|00)86(?=[01]\d{9,})/u;
const BETWEEN_NUMBERS = /[/;,、，；]/u;

export interface PhoneReading extends Reading<string | null> {
  /** Digits of the first sound number, by which the petition is found; `null` when there is none. */
  readonly digits: string | null;
}

/** A mobile number or a landline with its area code, as digits; anything else is kept as written with a warning. */
export function readPhone(written: string): PhoneReading {
  const column = 'phone';
  const cell = atMost(halfWidth(readCell(written, column), column), column, MAX_PHONE);
  if (cell.value === '') return { value: null, digits: null, remarks: cell.remarks };
  if (BETWEEN_NUMBERS.test(cell.value)) return several(cell, column);
  const { digits, remarks } = tidy(cell.value, column);
  if (isSound(digits)) return { value: digits, digits, remarks: [...cell.remarks, ...remarks] };
  return { value: cell.value, digits: null, remarks: [...cell.remarks, { code: 'PHONE_MALFORMED', column }] };
}

function several({ value, remarks }: Reading<string>, column: LedgerColumn): PhoneReading {
  const numbers = value.split(BETWEEN_NUMBERS).map((part) => tidy(part, column).digits);
  const digits = numbers.find(isSound) ?? null;
  return { value, digits, remarks: [...remarks, { code: digits ? 'PHONE_SEVERAL' : 'PHONE_MALFORMED', column }] };
}

function tidy(written: string, column: LedgerColumn): { readonly digits: string; readonly remarks: readonly Remark[] } {
  const plain = written.replaceAll(/[\s()-]/gu, '');
  const digits = plain.replace(COUNTRY_CODE, '');
  const remarks: Remark[] = [];
  if (plain !== written) remarks.push({ code: 'DIGITS_TIDIED', column });
  if (digits !== plain) remarks.push({ code: 'PHONE_PREFIX_REMOVED', column });
  return { digits, remarks };
}

function isSound(digits: string): boolean {
  return MOBILE.test(digits) || LANDLINE.test(digits);
}
