import type { LocalDate } from '@everyletter/kit/time';
import type { Category, Channel, IdentityKind } from './petition-kinds.ts';

/** A row of the ledger after reading. `null` where the ledger says nothing, or nothing that can be read. */
export interface LedgerValues {
  readonly serial: string | null;
  readonly receivedOn: LocalDate | null;
  readonly channel: Channel | null;
  readonly name: string | null;
  readonly idNumber: string | null;
  /** Form, date of birth and checksum hold. */
  readonly idNumberSound: boolean;
  readonly phone: string | null;
  /** Digits of the first sound number in `phone`. */
  readonly phoneDigits: string | null;
  readonly address: string | null;
  readonly identityKind: IdentityKind;
  readonly peopleCount: number;
  readonly representatives: readonly string[];
  readonly category: Category;
  readonly subject: string | null;
  readonly body: string | null;
  readonly superiorFrom: string | null;
  readonly reportBackDueOn: LocalDate | null;
  /** The note says 疑似重复. */
  readonly saysDuplicate: boolean;
}

/**
 * The row as one text that is the same however the file was encoded, ordered or formatted, so that exporting a ledger
 * again adds nothing. The serial number belongs to it: two anonymous letters of one day about one thing, in the words of
 * the same form, are two letters.
 */
export function canonicalRow(values: LedgerValues): string {
  return JSON.stringify([
    values.serial,
    values.receivedOn,
    values.channel,
    values.name,
    values.idNumber,
    values.phone,
    values.address,
    values.identityKind,
    values.peopleCount,
    values.representatives,
    values.category,
    values.subject,
    values.body,
    values.superiorFrom,
    values.reportBackDueOn,
  ]);
}
