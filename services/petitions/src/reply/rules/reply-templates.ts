import { Invalid } from '@everyletter/kit/errors';
import { ANSWER_TEMPLATES } from './answer-templates.ts';
import { ON_THE_SPOT } from './on-the-spot-template.ts';
import { PROCEDURAL_TEMPLATES } from './procedural-templates.ts';
import type { ReplyTemplate } from './reply-template.ts';

/** The letters every institution begins with, version 0 of each. */
export const STANDING_TEMPLATES: readonly ReplyTemplate[] = [...PROCEDURAL_TEMPLATES, ...ANSWER_TEMPLATES];

/** @throws Invalid `REPLY_TEMPLATE_UNKNOWN` */
export function standingTemplate(id: string): ReplyTemplate {
  const found = [...STANDING_TEMPLATES, ON_THE_SPOT].find((template) => template.id === id);
  if (!found) throw new Invalid('REPLY_TEMPLATE_UNKNOWN', { field: 'templateId' });
  return found;
}
