import type { Disposition } from '../../petition/rules/states.ts';
import type { ReplyKind } from './reply-kinds.ts';

/** The same words in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What the system knows and fills in by itself. Days are `YYYY-MM-DD`. */
export type Fact =
  | 'office'
  | 'officePhone'
  | 'officeAddress'
  | 'number'
  | 'receivedOn'
  | 'subject'
  | 'transferredTo'
  | 'answerDueOn'
  | 'nextAnswerOn';

/** One blank of a letter. A `DAY` is written `YYYY-MM-DD` and printed in Chinese. */
export interface FieldSpec {
  readonly key: string;
  readonly label: Words;
  readonly required: boolean;
  readonly type: 'TEXT' | 'DAY';
  /** The fact a new draft starts with; the author may change it. */
  readonly prefill: Fact | null;
}

/**
 * A letter with blanks: `{{key}}` is a field or a fact. A paragraph whose only blanks are optional and empty is left
 * out.
 */
export interface ReplyTemplate {
  readonly id: string;
  readonly kind: ReplyKind;
  readonly name: string;
  /** Decisions it can tell; `null` = it does not depend on one. */
  readonly dispositions: readonly Disposition[] | null;
  readonly paragraphs: readonly string[];
  readonly fields: readonly FieldSpec[];
}

export function required(key: string, zh: string, en: string, prefill: Fact | null = null): FieldSpec {
  return { key, label: { zh, en }, required: true, type: 'TEXT', prefill };
}

export function optional(key: string, zh: string, en: string): FieldSpec {
  return { key, label: { zh, en }, required: false, type: 'TEXT', prefill: null };
}

export function day(key: string, zh: string, en: string, prefill: Fact | null = null): FieldSpec {
  return { key, label: { zh, en }, required: true, type: 'DAY', prefill };
}
