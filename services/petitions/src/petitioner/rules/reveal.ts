import { Invalid, RuleBroken } from '@everyletter/kit/errors';

export const RevealField = {
  NAME: 'NAME',
  ID_NUMBER: 'ID_NUMBER',
  PHONE: 'PHONE',
  ADDRESS: 'ADDRESS',
  BODY: 'BODY',
} as const;
export type RevealField = (typeof RevealField)[keyof typeof RevealField];

/** Why somebody needs to read it in clear. Source: 个人信息保护法 6, 28: a stated purpose, and no more than it needs. */
export const RevealPurpose = {
  READ_THE_LETTER: 'READ_THE_LETTER',
  CONTACT_PETITIONER: 'CONTACT_PETITIONER',
  VERIFY_IDENTITY: 'VERIFY_IDENTITY',
  PREPARE_REPLY: 'PREPARE_REPLY',
  SUPERVISION: 'SUPERVISION',
} as const;
export type RevealPurpose = (typeof RevealPurpose)[keyof typeof RevealPurpose];

export interface RevealRequest {
  readonly fields: readonly RevealField[];
  readonly purpose: RevealPurpose;
  readonly note: string | null;
}

/**
 * Whether the request says enough. Supervision is no step of the petition's own way, so it must be explained.
 * @throws Invalid `REVEAL_FIELDS_INVALID`; RuleBroken `REVEAL_NOTE_NEEDED`
 */
export function checkReveal({ fields, purpose, note }: RevealRequest): void {
  const max = Object.keys(RevealField).length;
  if (fields.length < 1 || new Set(fields).size < fields.length) {
    throw new Invalid('REVEAL_FIELDS_INVALID', { field: 'fields', min: 1, max });
  }
  if (purpose === RevealPurpose.SUPERVISION && !note) throw new RuleBroken('REVEAL_NOTE_NEEDED', { field: 'note' });
}
