import { Invalid } from '@everyletter/kit/errors';
import { ANSWER_TEMPLATES } from './answer-templates.ts';
import { ON_THE_SPOT } from './on-the-spot-template.ts';
import { PROCEDURAL_TEMPLATES } from './procedural-templates.ts';
import type { ReplyKind } from './reply-kinds.ts';
import type { ReplyTemplate } from './reply-template.ts';

export const REPLY_TEMPLATES: readonly ReplyTemplate[] = [...PROCEDURAL_TEMPLATES, ...ANSWER_TEMPLATES];

/** Those of a kind, or all. */
export function templatesOf(kind: ReplyKind | null): readonly ReplyTemplate[] {
  return kind ? REPLY_TEMPLATES.filter((template) => template.kind === kind) : REPLY_TEMPLATES;
}

/** @throws Invalid `REPLY_TEMPLATE_UNKNOWN` */
export function replyTemplate(id: string): ReplyTemplate {
  const found = [...REPLY_TEMPLATES, ON_THE_SPOT].find((template) => template.id === id);
  if (!found) throw new Invalid('REPLY_TEMPLATE_UNKNOWN', { field: 'templateId' });
  return found;
}

/** @throws Invalid `REPLY_TEMPLATE_UNKNOWN`, `REPLY_TEMPLATE_OF_OTHER_KIND` */
export function replyTemplateFor(kind: ReplyKind, id: string): ReplyTemplate {
  const template = replyTemplate(id);
  if (template.kind !== kind) throw new Invalid('REPLY_TEMPLATE_OF_OTHER_KIND', { field: 'templateId', kind });
  return template;
}
