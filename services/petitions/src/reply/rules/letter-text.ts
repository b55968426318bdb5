import { Invalid } from '@everyletter/kit/errors';
import { isLocalDate, type LocalDate, parts } from '@everyletter/kit/time';
import type { Fact, FieldSpec, Paragraph, ReplyTemplate, Situation } from './reply-template.ts';

/** Values of a letter's fields by key. */
export type FieldValues = Readonly<Record<string, string>>;
export type LetterFacts = Readonly<Record<Fact, string>>;

export const BLANK = /\{\{(\w+)\}\}/g;

/** The values a new draft starts with. */
export function startingValues({ fields }: ReplyTemplate, facts: LetterFacts): FieldValues {
  return Object.fromEntries(fields.map(({ key, prefill }) => [key, prefill ? facts[prefill] : '']));
}

/**
 * `changes` put over `values`: a field that is not named stays, an empty one is cleared.
 * @throws Invalid `REPLY_FIELD_UNKNOWN`, `REPLY_FIELD_TWICE`
 */
export function changedValues(
  { fields }: ReplyTemplate,
  values: FieldValues,
  changes: readonly { readonly key: string; readonly value: string }[],
): FieldValues {
  const known = new Set(fields.map(({ key }) => key));
  const seen = new Set<string>();
  changes.forEach(({ key }, at) => {
    const field = `fields.${at}.key`;
    if (!known.has(key)) throw new Invalid('REPLY_FIELD_UNKNOWN', { field });
    if (seen.has(key)) throw new Invalid('REPLY_FIELD_TWICE', { field });
    seen.add(key);
  });
  return { ...values, ...Object.fromEntries(changes.map(({ key, value }) => [key, value])) };
}

/** The letter as it will be printed, salutation and signature aside; an empty blank shows as 【its label】. */
export function letterBody(
  template: ReplyTemplate,
  values: FieldValues,
  facts: LetterFacts,
  situation: Situation,
): string {
  const specs = new Map(template.fields.map((spec) => [spec.key, spec]));
  const kept = template.paragraphs.filter((one) => belongs(one, situation) && !isLeftOut(one.text, specs, values));
  return kept.map(({ text }) => tidy(text.replaceAll(BLANK, (_, key: string) => told(key)))).join('\n');

  function told(key: string): string {
    const spec = specs.get(key);
    if (!spec) return key === 'receivedOn' ? zhDay(facts.receivedOn) : facts[key as Fact];
    const value = (values[key] ?? '').trim();
    if (value === '') return spec.required ? `【${spec.label.zh}】` : '';
    return spec.type === 'DAY' ? zhDay(value) : value;
  }
}

/** 2026-11-23 → 2026年11月23日; anything else as it is. */
export function zhDay(text: string): string {
  if (!isLocalDate(text)) return text;
  const { year, month, day } = parts(text as LocalDate);
  return `${year}年${month}月${day}日`;
}

function belongs({ categories, identityKinds }: Paragraph, { category, identityKind }: Situation): boolean {
  const among = (asked: readonly string[], value: string) => asked.length === 0 || asked.includes(value);
  return among(categories, category) && among(identityKinds, identityKind);
}

function isLeftOut(paragraph: string, specs: ReadonlyMap<string, FieldSpec>, values: FieldValues): boolean {
  const blanks = [...paragraph.matchAll(BLANK)].map((match) => match[1] as string);
  return blanks.length > 0 && blanks.every((key) => specs.get(key)?.required === false && !values[key]?.trim());
}

/** Authors end their sentences, templates too: of two stops only the template's stays. */
function tidy(paragraph: string): string {
  return paragraph.replaceAll(/[。；;.，,]+(?=[。，])/g, '');
}

/** An unsigned letter is answered too. */
export function salutation(name: string | null): string {
  return `尊敬的${name ?? '信访人'}：`;
}
