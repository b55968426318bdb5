import { authorize, Invalid } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { textOrNull } from '../petition/petition.inputs.ts';
import { canWorkOn } from '../petition/petition.policy.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import { Correspondent } from './correspondent.entity.ts';
import type { AddCorrespondentInput } from './correspondent.type.ts';
import { type ContactCard, sealContact } from './correspondent-card.ts';
import { type CorrespondentKind, checkNewCorrespondent } from './rules/correspondent.ts';

/** Characters. */
const NAME_MAX = 50;
const ADDRESS_MAX = 200;
const PHONE_MAX = 30;
const PHONE = /^[\d\s()+-]{5,}$/;

/** Adds somebody who is to be answered too; the next reply begins with them among its recipients. */
export async function addCorrespondent(input: AddCorrespondentInput, context: Context): Promise<Petition> {
  const { petitions, correspondents, viewer, now, options, em } = context;
  const petition = await petitions.change(input.petitionId, null);
  authorize(canWorkOn(viewer, petition));
  const { kind } = input;
  const card = cardOf(input);
  const present = await correspondents.of(petition);
  checkNewCorrespondent(
    kind,
    present.map((one) => one.kind as CorrespondentKind),
  );
  const id = newId(now);
  const { institutionId, id: petitionId } = petition;
  const sealed = sealContact(id, card, petition, options.keys);
  const by = { addedById: viewer.staffId as string, addedAt: now };
  correspondents.add(em.create(Correspondent, { id, institutionId, petitionId, kind, ...sealed, ...by }));
  const facts = { recipient: kind };
  recordEntry(petition, { kind: 'CORRESPONDENT_ADDED', facts }, context);
  await auditChange(context, { action: 'ADD_CORRESPONDENT', subjectType: 'Petition', subjectId: petitionId, facts });
  await em.flush();
  return petition;
}

function cardOf({ name, address, phone }: AddCorrespondentInput): ContactCard {
  const card = {
    name: cleanText(name, { field: 'name', min: 1, max: NAME_MAX }),
    address: textOrNull(address, 'address', ADDRESS_MAX),
    phone: textOrNull(phone, 'phone', PHONE_MAX),
  };
  if (card.phone !== null && !PHONE.test(card.phone)) throw new Invalid('PHONE_INVALID', { field: 'phone' });
  return card;
}
