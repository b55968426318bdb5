import type { LocalDate } from '@everyletter/kit/time';
import { asPlainText, atMost, type CellShape, halfWidth, readCell } from './cell-text.ts';
import { readIdNumber } from './id-number.ts';
import type { LedgerCells, LedgerColumn } from './ledger-column.ts';
import { readReceivedOn, readReportBackDueOn } from './ledger-date.ts';
import { readNote } from './ledger-note.ts';
import type { LedgerValues } from './ledger-values.ts';
import { readIdentity } from './petitioner-identity.ts';
import { readName } from './petitioner-name.ts';
import { readPhone } from './phone-number.ts';
import { isRefused, type Reading, type Remark } from './remark.ts';
import { readJointPeople } from './representatives.ts';
import { readCategory, readChannel } from './word-list.ts';

const MAX_LENGTH = { serial: 30, address: 200, subject: 200, body: 10_000, superiorFrom: 100 };

export interface RowTerms {
  readonly today: LocalDate;
  /** Never more than {@link LAWFUL_REPRESENTATIVES}. */
  readonly maxRepresentatives: number;
}

/** One row of the ledger as the values a petition needs, with everything that has to be said about it. */
export function readLedgerRow(cells: LedgerCells, terms: RowTerms): Reading<LedgerValues> {
  const remarks: Remark[] = [];
  const take = <T extends Reading<unknown>>(reading: T): T => {
    remarks.push(...reading.remarks);
    return reading;
  };
  const serial = take(readSerial(cells.serial)).value;
  const receivedOn = take(readReceivedOn(cells.receivedOn, terms.today)).value;
  const channel = take(readChannel(cells.channel)).value;
  const name = take(readName(cells.name));
  const idNumber = take(readIdNumber(cells.idNumber, terms.today));
  const phone = take(readPhone(cells.phone));
  const note = take(readNote(cells.note)).value;
  const people = take(readJointPeople(cells.peopleCount, note, terms.maxRepresentatives)).value;
  const superior = take(readSuperior(cells, receivedOn)).value;
  const values: LedgerValues = {
    serial,
    receivedOn,
    channel,
    name: name.value,
    idNumber: idNumber.value,
    idNumberSound: idNumber.sound,
    phone: phone.value,
    phoneDigits: phone.digits,
    address: take(readText(cells.address, 'address')).value || null,
    identityKind: take(readIdentity({ name, realName: cells.realName, saysPseudonym: note.saysPseudonym })).value,
    peopleCount: people.count,
    representatives: people.representatives,
    category: take(readCategory(cells.category)).value,
    subject: take(readSubject(cells.subject)).value,
    body: take(readBody(cells.body, note.rest)).value,
    ...superior,
    saysDuplicate: note.saysDuplicate,
  };
  return { value: values, remarks };
}

type TextColumn = 'serial' | 'address' | 'subject' | 'body' | 'superiorFrom';

function readText(written: string, column: TextColumn, shape: CellShape = 'LINE'): Reading<string> {
  return atMost(asPlainText(readCell(written, column, shape), column), column, MAX_LENGTH[column]);
}

function readSerial(written: string): Reading<string | null> {
  const cell = halfWidth(readText(written, 'serial'), 'serial');
  if (cell.value !== '' || isRefused(cell.remarks)) return cell;
  return { value: null, remarks: [...cell.remarks, { code: 'SERIAL_MISSING', column: 'serial' }] };
}

function readSubject(written: string): Reading<string | null> {
  const cell = readText(written, 'subject');
  return cell.value === '' ? { value: null, remarks: missing(cell, 'SUBJECT_MISSING', 'subject') } : cell;
}

function readBody(written: string, noteRest: string | null): Reading<string | null> {
  const cell = readText(written, 'body', 'TEXT');
  const remarks = cell.value === '' ? missing(cell, 'BODY_MISSING', 'body') : cell.remarks;
  const parts = [cell.value, noteRest ? `备注：${noteRest}` : ''].filter((part) => part !== '');
  return { value: parts.length > 0 ? parts.join('\n') : null, remarks };
}

/** A cell that was refused is not also called missing. */
function missing(cell: Reading<string>, code: Remark['code'], column: LedgerColumn): readonly Remark[] {
  return isRefused(cell.remarks) ? cell.remarks : [...cell.remarks, { code, column }];
}

type SuperiorOrder = Pick<LedgerValues, 'superiorFrom' | 'reportBackDueOn'>;

/** An order from above: who gave it, and the day they want the result by. */
function readSuperior(cells: LedgerCells, receivedOn: LocalDate | null): Reading<SuperiorOrder> {
  const from = readText(cells.superiorFrom, 'superiorFrom');
  const due = readReportBackDueOn(cells.reportBackDueOn, receivedOn);
  const remarks = [...from.remarks, ...due.remarks];
  if (from.value !== '') return { value: { superiorFrom: from.value, reportBackDueOn: due.value }, remarks };
  const none = { superiorFrom: null, reportBackDueOn: null };
  if (due.value === null) return { value: none, remarks };
  return { value: none, remarks: [...remarks, { code: 'SUPERIOR_MISSING', column: 'superiorFrom' }] };
}
