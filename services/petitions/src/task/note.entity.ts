import { defineEntity, p } from '@mikro-orm/core';

/** What colleagues tell each other about a petition; sealed, and never part of a letter. */
const NoteSchema = defineEntity({
  name: 'Note',
  tableName: 'note',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    petitionId: p.uuid(),
    wordsSealed: p.blob(),
    writtenById: p.uuid(),
    writtenAt: p.datetime(),
  },
});
export class Note extends NoteSchema.class {}
NoteSchema.setClass(Note);

export const NOTE_WORDS = (id: string) => `note.words:${id}`;
