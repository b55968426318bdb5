import type { LocalDate } from '@everyletter/kit/time';
import type { Category, Track } from '../../petition/rules/kinds.ts';
import type { Disposition } from '../../petition/rules/states.ts';

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

export type ClockKind = 'PROCEDURAL' | 'SUBSTANTIVE' | 'FOLLOW_UP' | 'WRONG_TRANSFER_OBJECTION' | 'URGENT';

/** What the law asks for some categories beside the answer everybody gets; used where it is switched on. */
export interface CategoryClock extends LawfulPeriod {
  readonly code: string;
  readonly categories: readonly Category[];
  readonly name: { readonly zh: string; readonly en: string };
  readonly enabled: boolean;
}

/** Longer than three months, with reasons: how often, and how much altogether. */
export interface ExtensionTerms {
  readonly maxCount: number;
  /** Of all extensions of one matter together. Unit: months. */
  readonly maxMonths: number;
  readonly mustNotify: boolean;
  readonly legalBasis: string;
  readonly confidence: Confidence;
}

/** Who is told when a day comes near or has passed. Unit: workdays; before the due day, or after it. */
export interface ReminderTerms {
  readonly ownerBefore: number;
  readonly headBefore: number;
  readonly deputyAfter: number;
  readonly chiefAfter: number;
  /** Minutes without a scan after which everybody is told that there are no reminders. */
  readonly silentMinutes: number;
  readonly legalBasis: string;
  readonly confidence: Confidence;
}

export interface ReportTerms {
  /** Counts by category below this are withheld from those who only report. */
  readonly smallestCell: number;
  readonly maxPeriodMonths: number;
  /** Upper ends of the first three ageing buckets. Unit: calendar days since receipt, ascending. */
  readonly ageingDays: readonly number[];
}

/** The front desk: registering and triage. */
export interface IntakeTerms {
  /** A petition registered later than this after its receipt is pointed out. Unit: workdays. */
  readonly registrationLagWorkdays: number;
  /** Never more than five. Source: 信访工作条例 20. */
  readonly maxRepresentatives: number;
  /** By when a petition should have left the triage desk, after the day of receipt (五快). Unit: workdays. */
  readonly trackTargetWorkdays: Readonly<Record<Track, number>>;
  readonly confidence: Confidence;
}

/** How long the papers of archived matters are kept. `years`: null keeps them for good; no categories: all others. */
export interface RetentionRule {
  readonly categories: readonly Category[];
  readonly years: number | null;
  readonly confidence: Confidence;
}

/** How a hearing is manned and announced. Unit of the notice: calendar days. */
export interface HearingTerms {
  readonly officersMin: number;
  readonly officersMax: number;
  readonly noticeDays: number;
  readonly confidence: Confidence;
}

/** A versioned set of numbers. A petition keeps the version its clocks were computed under. */
export interface PolicyPack {
  readonly version: string;
  readonly effectiveFrom: LocalDate;
  readonly clocks: Readonly<Record<ClockKind, LawfulPeriod>>;
  readonly categoryClocks: readonly CategoryClock[];
  readonly extension: ExtensionTerms;
  readonly reminders: ReminderTerms;
  /** Where numbers are written that have no other place for it, by their key. */
  readonly basis?: Readonly<Record<string, string>>;
  /** Days before the target day from which a clock counts as due soon. Unit: calendar days. */
  readonly warnDays: number;
  /** How many attempts over how many channels prove that a petitioner cannot be reached. */
  readonly unreachable: { readonly attempts: number; readonly channels: number; readonly confidence: Confidence };
  readonly report: ReportTerms;
  /** Whether progress told within the three months satisfies them (刑诉规则 163: 办理进展情况或者结果). */
  readonly progressSatisfies: boolean;
  /** Which dispositions keep the substantive clock running; `SUPERIOR_ORDER`: whatever came from above. */
  readonly substantiveAppliesTo: readonly (Disposition | 'SUPERIOR_ORDER')[];
  /** How many messages a petitioner may leave by query code in a day. */
  readonly publicDesk: { readonly messagesPerDay: number; readonly confidence: Confidence };
  /** How many petitions one account may open personal data of in an hour. */
  readonly reveals: { readonly perHour: number; readonly confidence: Confidence };
  readonly intake: IntakeTerms;
  readonly retention: readonly RetentionRule[];
  readonly hearing: HearingTerms;
}
