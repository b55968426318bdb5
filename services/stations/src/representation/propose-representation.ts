import { authorize, Invalid, NotFound, RuleBroken } from '@everyletter/kit/errors';
import { isId, newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import { sealNames } from '../consultation/sealed-consultation.ts';
import { idOrNull, NAME_MAX, partiesOf } from '../consultation/start-consultation.ts';
import type { Context } from '../context.ts';
import { Representation } from './representation.entity.ts';
import type { ProposeRepresentationInput } from './representation.inputs.ts';
import { canPropose } from './representation.policy.ts';
import { checkConsent, RepresentationKind } from './rules/representation-state.ts';

/**
 * The petitioner asked for a lawyer to act for them, and consented to what the lawyer may do. The check for a conflict
 * of interest comes first and is kept; a hit blocks it. The lawyer is asked only when nothing speaks against it.
 * @throws NotFound `LAWYER_NOT_FOUND`; RuleBroken `REPRESENTATION_LAWYER_ENDED`, `REPRESENTATION_OPEN`; and what {@link checkConsent} throws
 */
export async function proposeRepresentation(
  input: ProposeRepresentationInput,
  context: Context,
): Promise<Representation> {
  const { em, duty, consultations, representations, viewer, now, today, options } = context;
  authorize(canPropose(viewer));
  const scope = checkConsent(input, today);
  const matterId = idOrNull(input.matterId, 'matterId');
  if (!matterId) throw new Invalid('ID_INVALID', { field: 'matterId' });
  const lawyer = isId(input.lawyerId) ? await duty.lawyer(input.lawyerId) : null;
  if (!lawyer) throw new NotFound('LAWYER_NOT_FOUND', { field: 'lawyerId' });
  if (lawyer.endedOn && lawyer.endedOn < today)
    throw new RuleBroken('REPRESENTATION_LAWYER_ENDED', { on: lawyer.endedOn });
  const person = cleanText(input.personName, { field: 'personName', min: 1, max: NAME_MAX });
  const id = newId(now);
  const { institutionId } = viewer;
  const names = sealNames(person, partiesOf(input.otherParties), { id, institutionId }, options.keys);
  const { partyIndexes, ...sealed } = names;
  await isFirstOpen({ matterId, personIndex: sealed.personIndex }, context);
  const representation = em.create(Representation, {
    ...sealed,
    id,
    institutionId,
    matterId,
    petitionId: idOrNull(input.petitionId, 'petitionId'),
    lawyerId: lawyer.id,
    firmId: lawyer.firmId,
    kind: RepresentationKind.PUBLIC_INTEREST,
    scope: [...scope],
    consentForm: input.consentForm,
    consentedOn: input.consentedOn,
    state: 'PROPOSED',
    proposedById: viewer.accountId,
    proposedOn: today,
    version: 1,
  });
  await em.flush();
  await representations.setPartyIndexes(representation, partyIndexes);
  const conflicts = await consultations.findConflicts(representation);
  if (conflicts > 0) representation.state = 'BLOCKED';
  await em.flush();
  const facts = { lawyerId: lawyer.id, matterId, scope: scope.join(), consentForm: input.consentForm, conflicts };
  await auditChange(context, {
    action: 'PROPOSE_REPRESENTATION',
    subjectType: 'Representation',
    subjectId: id,
    facts,
  });
  return representation;
}

interface ForWhom {
  readonly matterId: string;
  readonly personIndex: Buffer;
}

/** One lawyer at a time acts for somebody in a matter. */
async function isFirstOpen({ matterId, personIndex }: ForWhom, { em }: Context): Promise<void> {
  const open = { matterId, personIndex, state: { $in: ['BLOCKED', 'PROPOSED', 'ACTIVE'] } };
  if (await em.count(Representation, open)) throw new RuleBroken('REPRESENTATION_OPEN', { field: 'personName' });
}
