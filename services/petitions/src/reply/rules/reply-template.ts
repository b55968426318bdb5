import type { Category, IdentityKind } from '../../petition/rules/kinds.ts';
import type { Disposition } from '../../petition/rules/states.ts';
import type { ReplyKind } from './reply-kinds.ts';

/** The same words in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What the system knows and fills in by itself. Days are `YYYY-MM-DD`. */
export const FACTS = [
  'office',
  'officePhone',
  'officeAddress',
  'number',
  'receivedOn',
  'subject',
  'transferredTo',
  'answerDueOn',
  'nextAnswerOn',
] as const;
export type Fact = (typeof FACTS)[number];

/** One blank of a letter. A `DAY` is written `YYYY-MM-DD` and printed in Chinese. */
export interface FieldSpec {
  readonly key: string;
  readonly label: Words;
  readonly required: boolean;
  readonly type: 'TEXT' | 'DAY';
  /** The fact a new draft starts with; the author may change it. */
  readonly prefill: Fact | null;
}

/** What of a petition decides whether a paragraph is in its letter. */
export interface Situation {
  readonly category: string;
  readonly identityKind: string;
}

/** One of a letter. It stands only in letters about one of the categories, to one of the kinds; empty: in all. */
export interface Paragraph {
  readonly text: string;
  readonly categories: readonly Category[];
  readonly identityKinds: readonly IdentityKind[];
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
  readonly paragraphs: readonly Paragraph[];
  readonly fields: readonly FieldSpec[];
}

/** Paragraphs of every letter. */
export function always(...texts: readonly string[]): Paragraph[] {
  return texts.map((text) => ({ text, categories: [], identityKinds: [] }));
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
