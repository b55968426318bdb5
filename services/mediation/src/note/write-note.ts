import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import type { Context } from '../context.ts';
import type { Referral } from '../referral/referral.entity.ts';
import { recordStep } from '../referral/referral-step.ts';
import { toMediate } from '../room/enter-room.ts';
import { Note } from './note.entity.ts';
import type { WriteNoteInput } from './note.type.ts';

const TEXT = { min: 1, max: 5000 };

export const notePlace = (id: string) => `note.text:${id}`;

export async function writeNote(input: WriteNoteInput, context: Context): Promise<Referral> {
  const { referral, room } = await toMediate(input.referralId, context);
  const text = cleanText(input.text, { field: 'text', ...TEXT });
  const id = newId(context.now);
  context.notes.add(
    context.em.create(Note, {
      id,
      institutionId: referral.institutionId,
      referralId: referral.id,
      side: input.side ?? null,
      textSealed: room.seal(text, notePlace(id)),
      writtenAt: context.now,
      mediatorId: context.viewer.mediatorId as string,
    }),
  );
  return recordStep(referral, { action: 'WRITE_NOTE' }, context);
}
