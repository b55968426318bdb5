import { Invalid, RuleBroken } from '@everyletter/kit/errors';
import { BLANK } from '../../reply/rules/letter-text.ts';
import type { ReplyKind } from '../../reply/rules/reply-kinds.ts';
import { FACTS, type FieldSpec, type ReplyTemplate } from '../../reply/rules/reply-template.ts';

/** What a letter of a kind must ask its author for. Source: 《人民检察院刑事诉讼规则》161–163；《信访工作条例》23、32、35. */
const NEEDED: Readonly<Record<ReplyKind, readonly string[]>> = {
  PROCEDURAL: ['request', 'contactPhone'],
  PROGRESS: ['request', 'done', 'nextAnswerOn', 'contactPhone'],
  RESULT: ['request', 'facts', 'reasons', 'basis', 'result', 'remedies', 'contactPhone'],
  EXTENSION: ['request', 'reason', 'newDueOn', 'nextAnswerOn', 'contactPhone'],
};
/** And one that says no: why, by what, and what can still be done. */
const NEEDED_TO_DECLINE = ['reasons', 'basis', 'remedies'];

const MAX_PARAGRAPHS = 20;
const MAX_FIELDS = 30;
const KEY = /^[a-z][A-Za-z0-9]{1,39}$/;
/** A blank of one of these names would hide what the system knows; the others an author may write over. */
const HIDDEN_BY = new Set<string>(['office', 'officePhone', 'officeAddress', 'number', 'receivedOn', 'subject']);

/**
 * Whether letters may be written from it: every blank is known by name, and what the law asks a letter of the kind to
 * say is asked for.
 * @throws Invalid `REPLY_TEMPLATE_SIZE_INVALID`, `REPLY_TEMPLATE_FIELD_INVALID`, `REPLY_TEMPLATE_FIELD_TWICE`,
 * `REPLY_TEMPLATE_BLANK_UNKNOWN`, `REPLY_TEMPLATE_BLANK_BROKEN`; RuleBroken `REPLY_TEMPLATE_FIELD_UNUSED`,
 * `REPLY_TEMPLATE_FIELD_NEEDED`
 */
export function checkTemplate(template: ReplyTemplate): void {
  checkSize('paragraphs', template.paragraphs.length, MAX_PARAGRAPHS);
  checkSize('fields', template.fields.length, MAX_FIELDS);
  checkFields(template.fields);
  const used = checkBlanks(template);
  template.fields.forEach(({ key }, at) => {
    if (!used.has(key)) throw new RuleBroken('REPLY_TEMPLATE_FIELD_UNUSED', { field: `fields.${at}.key`, name: key });
  });
  checkNeeded(template);
}

function checkSize(field: string, length: number, max: number): void {
  if (length < 1 || length > max) throw new Invalid('REPLY_TEMPLATE_SIZE_INVALID', { field, min: 1, max });
}

function checkFields(fields: readonly FieldSpec[]): void {
  const seen = new Set<string>();
  fields.forEach(({ key }, at) => {
    const field = `fields.${at}.key`;
    if (!KEY.test(key) || HIDDEN_BY.has(key)) throw new Invalid('REPLY_TEMPLATE_FIELD_INVALID', { field, name: key });
    if (seen.has(key)) throw new Invalid('REPLY_TEMPLATE_FIELD_TWICE', { field, name: key });
    seen.add(key);
  });
}

/** @returns the blanks that stand in some paragraph */
function checkBlanks({ paragraphs, fields }: ReplyTemplate): Set<string> {
  const known = new Set<string>([...FACTS, ...fields.map(({ key }) => key)]);
  const used = new Set<string>();
  paragraphs.forEach(({ text }, at) => {
    const field = `paragraphs.${at}.text`;
    for (const [, name = ''] of text.matchAll(BLANK)) {
      if (!known.has(name)) throw new Invalid('REPLY_TEMPLATE_BLANK_UNKNOWN', { field, name, line: at + 1 });
      used.add(name);
    }
    if (/[{}]/.test(text.replaceAll(BLANK, ''))) {
      throw new Invalid('REPLY_TEMPLATE_BLANK_BROKEN', { field, line: at + 1 });
    }
  });
  return used;
}

function checkNeeded({ kind, dispositions, fields, paragraphs }: ReplyTemplate): void {
  const needed = [...NEEDED[kind], ...(dispositions?.includes('DECLINED') ? NEEDED_TO_DECLINE : [])];
  const inEvery = paragraphs.filter(({ categories, identityKinds }) => categories.length + identityKinds.length === 0);
  for (const name of needed) {
    const asked = fields.some(({ key, required }) => key === name && required);
    const told = inEvery.some(({ text }) => text.includes(`{{${name}}}`));
    if (!asked || !told) throw new RuleBroken('REPLY_TEMPLATE_FIELD_NEEDED', { field: 'fields', name });
  }
}
