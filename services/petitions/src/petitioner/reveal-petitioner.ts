import { authorize, RuleBroken } from '@everyletter/kit/errors';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { textOrNull } from '../petition/petition.inputs.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import { canReveal } from './petitioner.policy.ts';
import type { RevealPayload, RevealPetitionerInput } from './reveal.type.ts';
import { checkReveal, type RevealField, type RevealRequest } from './rules/reveal.ts';
import { CardOpener } from './sealed-card.ts';

/** Characters. */
const NOTE_MAX = 500;

/**
 * Opens what was asked for. The audit's row and the timeline's are kept by the same commit that must succeed before the
 * answer leaves: what could not be written down was not shown.
 */
export async function revealPetitioner(input: RevealPetitionerInput, context: Context): Promise<RevealPayload> {
  const { petitions, viewer, reveals, em } = context;
  const petition = await petitions.get(input.petitionId);
  authorize(canReveal(viewer, petition, input.purpose));
  const request = { ...input, note: textOrNull(input.note, 'note', NOTE_MAX) };
  checkReveal(request);
  await keepToLimit(petition, context);
  const facts = { purpose: request.purpose, fields: request.fields.join(' ') };
  const subject = { subjectType: 'Petition', subjectId: petition.id };
  const auditEntryId = await auditChange(context, { action: 'REVEAL_PETITIONER', ...subject, facts });
  await reveals.add(petition.id);
  recordEntry(petition, { kind: 'REVEALED', facts: { ...facts, auditEntryId }, detail: request.note }, context);
  await em.flush();
  return { petitionId: petition.id, ...(await openCard(petition, request, context)), auditEntryId };
}

/**
 * A refusal for too many is itself written to the audit, in a transaction of its own: it says that an account tried.
 * @throws RuleBroken `REVEAL_LIMIT_REACHED`
 */
async function keepToLimit({ id }: Petition, { reveals, terms, auditRead }: Context): Promise<void> {
  const { perHour } = (await terms.current()).pack.reveals;
  if ((await reveals.countLastHour()) < perHour) return;
  await auditRead({
    action: 'REFUSE_REVEAL',
    subjectType: 'Petition',
    subjectId: id,
    facts: { reason: 'REVEAL_LIMIT_REACHED', perHour },
  });
  throw new RuleBroken('REVEAL_LIMIT_REACHED', { field: 'petitionId', perHour });
}

async function openCard(petition: Petition, { fields }: RevealRequest, { petitions, options: { keys } }: Context) {
  const { id: petitionId, institutionId, wrappedKey } = petition;
  const letter = await petitions.sealedLetterOf(petition);
  const opener = new CardOpener({ wrappedKey: Buffer.from(wrappedKey) }, { keys, institutionId, petitionId });
  const open = (field: RevealField, column: string, sealed: Uint8Array | null | undefined) =>
    fields.includes(field) ? opener.open(column, sealed ?? null) : null;
  const representatives = open('NAME', 'representatives', letter.representativesSealed);
  return {
    name: open('NAME', 'name', petition.nameSealed),
    idNumber: open('ID_NUMBER', 'id_number', petition.idNumberSealed),
    phone: open('PHONE', 'phone', petition.phoneSealed),
    address: open('ADDRESS', 'address', petition.addressSealed),
    body: open('BODY', 'body', letter.bodySealed),
    representatives: representatives ? (JSON.parse(representatives) as string[]) : [],
  };
}
