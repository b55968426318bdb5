import { unseal } from '@everyletter/kit/sealing';
import type { Context } from '../context.ts';
import { type ContactCard, openContact } from '../correspondent/correspondent-card.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { CardOpener } from '../petitioner/sealed-card.ts';
import { sealNote } from '../petitioner/sealed-note.ts';
import type { ReplyRecipient, WrittenOnIt } from './reply-recipient.entity.ts';

const place = (column: string, id: string) => `reply_recipient.${column}:${id}`;
export const DELIVERY_REASON = (id: string) => place('reason', id);

/**
 * Who a recipient is, from their own record and no other: once it was sent, what was written on it. In clear, so only
 * behind an audited read or masked at once.
 */
export async function addresseeOf(
  recipient: ReplyRecipient,
  petition: Petition,
  context: Context,
): Promise<ContactCard> {
  const own = await ownRecord(recipient, petition, context);
  if (!recipient.nameSealed && !recipient.addressSealed) return own;
  const { keys } = context.options;
  const key = keys.unwrap(petition.wrappedKey, petition.institutionId, petition.id);
  const open = (column: string, sealed: Uint8Array | null | undefined) =>
    sealed ? unseal(sealed, key, place(column, recipient.id)) : null;
  return { ...own, name: open('name', recipient.nameSealed), address: open('address', recipient.addressSealed) };
}

/** As it stands now: what the next sending goes to. */
export async function ownRecord(
  { correspondentId }: ReplyRecipient,
  petition: Petition,
  { correspondents, options: { keys } }: Context,
): Promise<ContactCard> {
  if (correspondentId) return openContact(await correspondents.get(correspondentId), petition, keys);
  const { id: petitionId, institutionId, wrappedKey } = petition;
  const opener = new CardOpener({ wrappedKey: Buffer.from(wrappedKey) }, { keys, institutionId, petitionId });
  return {
    name: opener.open('name', petition.nameSealed ?? null),
    address: opener.open('address', petition.addressSealed ?? null),
    phone: opener.open('phone', petition.phoneSealed ?? null),
  };
}

/** Keeps what is written on it: a record that changes later says nothing about a letter that left before. */
export function writtenOnIt(
  { id }: ReplyRecipient,
  { name, address }: ContactCard,
  petition: Petition,
  { options: { keys } }: Context,
): WrittenOnIt {
  const sealed = (column: string, text: string | null) =>
    text === null ? null : sealNote(text, place(column, id), petition, keys);
  return { nameSealed: sealed('name', name), addressSealed: sealed('address', address) };
}
