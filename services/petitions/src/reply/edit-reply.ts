import { authorize } from '@everyletter/kit/errors';
import type { Context } from '../context.ts';
import { canDraft } from './reply.policy.ts';
import { handOf, replyToChange, type SeenReply, type Written } from './reply-step.ts';
import { changedValues } from './rules/letter-text.ts';

export interface FieldChange {
  readonly key: string;
  readonly value: string;
}

/** Fills blanks in. What is not named stays; the timeline is told when it is submitted, not at every keystroke. */
export async function editReply(seen: SeenReply, changes: readonly FieldChange[], context: Context): Promise<Written> {
  const { letters, replyTemplates, viewer, em } = context;
  const { reply, petition } = await replyToChange(seen, context);
  authorize(canDraft(viewer, petition, reply.kind), 'REPLY_OF_OTHER_DEPARTMENT');
  const { template } = await replyTemplates.of(reply);
  const values = changedValues(template, letters.valuesOf(reply, petition), changes);
  reply.write(letters.sealFields(reply.id, values, petition), handOf(context));
  await em.flush();
  return { reply, petition };
}
