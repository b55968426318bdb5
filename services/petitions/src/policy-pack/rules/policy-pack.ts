import type { LocalDate } from '@everyletter/kit/time';

/** One period of the policy pack. The numbers and their legal basis are data; only the counting is code. */
export interface Period {
  readonly amount: number;
  readonly unit: 'CALENDAR_DAY' | 'WORKDAY' | 'MONTH';
}

/** `CERTAIN` = primary text; `LIKELY` and `UNSURE` must stay editable by an administrator. */
export type Confidence = 'CERTAIN' | 'LIKELY' | 'UNSURE';

/** A period with the place it is written, in the original. */
export interface LawfulPeriod {
  readonly period: Period;
  readonly legalBasis: string;
  readonly confidence: Confidence;
}

export type ClockKind = 'PROCEDURAL' | 'SUBSTANTIVE' | 'FOLLOW_UP' | 'WRONG_TRANSFER_OBJECTION';

/** A versioned set of numbers. A petition keeps the version its clocks were computed under. */
export interface PolicyPack {
  readonly version: string;
  readonly effectiveFrom: LocalDate;
  readonly clocks: Readonly<Record<ClockKind, LawfulPeriod>>;
  /** Days before the target day from which a clock counts as due soon. Unit: calendar days. */
  readonly warnDays: number;
  /** How many attempts over how many channels prove that a petitioner cannot be reached. */
  readonly unreachable: { readonly attempts: number; readonly channels: number; readonly confidence: Confidence };
}
