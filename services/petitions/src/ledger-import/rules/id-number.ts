import { isLocalDate, type LocalDate } from '@everyletter/kit/time';
import { atMost, halfWidth, readCell } from './cell-text.ts';
import type { Reading } from './remark.ts';
import type { RemarkCode } from './remark-words.ts';

const MAX_ID_NUMBER = 30;
const SHAPE = /^\d{17}[\dX]$/u;
const OLD_SHAPE = /^\d{15}$/u;
// Source: GB 11643-1999, ISO 7064 MOD 11-2.
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

export interface IdNumberReading extends Reading<string | null> {
  /** Only a sound number tells who somebody is; a wrong one is kept as written and never used to find duplicates. */
  readonly sound: boolean;
}

/** A number that cannot be right does not keep the row out: it stays as written, with the remark that says why. */
export function readIdNumber(written: string, today: LocalDate): IdNumberReading {
  const column = 'idNumber';
  const cell = atMost(halfWidth(readCell(written, column), column), column, MAX_ID_NUMBER);
  if (cell.value === '') return { value: null, sound: false, remarks: cell.remarks };
  const value = cell.value.replaceAll(/[\s'-]/gu, '').toUpperCase();
  const remarks = value === cell.value ? cell.remarks : [...cell.remarks, { code: 'DIGITS_TIDIED', column } as const];
  const fault = faultOf(value, today);
  if (!fault) return { value, sound: true, remarks };
  return { value, sound: false, remarks: [...remarks, { code: fault, column }] };
}

function faultOf(number: string, today: LocalDate): RemarkCode | null {
  if (OLD_SHAPE.test(number)) return 'ID_NUMBER_OLD_FORM';
  if (!SHAPE.test(number)) return 'ID_NUMBER_MALFORMED';
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isLocalDate(bornOn) || bornOn > today) return 'ID_NUMBER_BIRTH_DATE_WRONG';
  return number.endsWith(checkCharacter(number)) ? null : 'ID_NUMBER_CHECKSUM_WRONG';
}

function checkCharacter(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}
