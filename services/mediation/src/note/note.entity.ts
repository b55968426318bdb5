import { defineEntity, p } from '@mikro-orm/core';

/** What a mediator wrote for themselves, or what one side said in confidence; only sealed. */
const NoteSchema = defineEntity({
  name: 'Note',
  tableName: 'note',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    referralId: p.uuid(),
    /** Whose confidence it is; null for the mediator's own. */
    side: p.text().nullable(),
    textSealed: p.blob(),
    writtenAt: p.datetime(),
    mediatorId: p.uuid(),
  },
});
export class Note extends NoteSchema.class {}
NoteSchema.setClass(Note);
