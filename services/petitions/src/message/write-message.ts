import { authorize } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { canWorkOn } from '../petition/petition.policy.ts';
import { sealNote } from '../petitioner/sealed-note.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import { MESSAGE_BODY, Message } from './message.entity.ts';
import type { WriteMessageInput } from './message.type.ts';

/** Characters: a page, as for the petitioner. */
const TEXT_MAX = 2000;

/** Writes to whoever holds the petition’s number and query code. It is no reply: no clock stops by it. */
export async function writeMessage({ petitionId, text }: WriteMessageInput, context: Context): Promise<Petition> {
  const { petitions, em, now, today, viewer, options } = context;
  const petition = await petitions.change(petitionId, null);
  authorize(canWorkOn(viewer, petition));
  const words = cleanText(text, { field: 'text', min: 2, max: TEXT_MAX });
  const id = newId(now);
  const authorId = viewer.staffId as string;
  const bodySealed = sealNote(words, MESSAGE_BODY(id), petition, options.keys);
  const written = {
    id,
    institutionId: petition.institutionId,
    petitionId,
    at: now,
    onDate: today,
    bodySealed,
    authorId,
  };
  em.persist(em.create(Message, { ...written, readAt: now, readById: authorId }));
  recordEntry(petition, { kind: 'MESSAGE_SENT', facts: { messageId: id } }, context);
  await auditChange(context, {
    action: 'WRITE_MESSAGE',
    subjectType: 'Petition',
    subjectId: petition.id,
    facts: { messageId: id },
  });
  await em.flush();
  return petition;
}
